import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Backend } from '../backend/backend.ts'
import { answerJson } from './answer.ts'
import { readJson } from './readJson.ts'
import { Refusal } from './refusal.ts'

/** The most bytes a call may bring: a long briefing takes a few hundred thousand. Files go by `/bytes`. */
const CALL_LIMIT = 32 * 1024 * 1024

const CallBody = z.strictObject({ name: z.string().max(100), input: z.unknown() })

/** `POST /call`: makes a call of the contract. A fault of the call is an answer like any other (200). */
export async function makeCall(
  request: IncomingMessage,
  response: ServerResponse,
  backend: Backend,
): Promise<void> {
  const body = CallBody.safeParse(await readJson(request, CALL_LIMIT))
  if (!body.success) throw new Refusal(400, 'A call is {name, input}.')
  answerJson(response, 200, await backend.perform(body.data.name, body.data.input))
}
