import type { ServerResponse } from 'node:http'
import { safeHeaders } from './safeHeaders.ts'

/** Sends a whole answer of the given media type, with the headers that every answer carries. */
export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...safeHeaders, ...headers, 'Content-Type': type, 'Content-Length': length })
  response.end(body)
}

export const answerJson = (response: ServerResponse, status: number, value: unknown): void =>
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
