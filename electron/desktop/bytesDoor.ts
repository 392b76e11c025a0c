import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Failure } from '../../shared/contract/fault.ts'
import { findStaged, putStaged } from '../backend/staging.ts'
import { storageFailure } from '../backend/storageFailure.ts'
import { logError } from './errorLog.ts'

/** The `put` door: streams a request's body into the staging folder. Answers a Reply of `{staged}`, the id. */
export async function putBytes(archive: string, request: Request): Promise<Response> {
  try {
    const staged = await putStaged(archive, request.body ?? Readable.from([]))
    return Response.json({ ok: true, value: { staged } })
  } catch (error) {
    const fault = error instanceof Failure ? error : unexpected(error)
    return Response.json({ ok: false, fault: { code: fault.code, message: fault.message } }, { status: 422 })
  }
}

/**
 * The `get` door: streams a staged file back. Only a staged id is ever looked up, never a path. The bytes may be
 * a stranger's, so they are never given as a page, and could do nothing if they were.
 */
export function getBytes(archive: string, id: string, query: URLSearchParams): Response {
  const staged = findStaged(archive, id)
  if (!staged) return new Response(null, { status: 404 })
  const type = query.get('type') ?? ''
  const disposition = query.get('inline') === '1' ? 'inline' : 'attachment'
  const name = encodeURIComponent((query.get('name') ?? 'file').slice(0, 200).toWellFormed())
  return new Response(Readable.toWeb(createReadStream(staged.path)) as ReadableStream, {
    headers: {
      'content-type': harmless.has(type) ? type : 'application/octet-stream',
      'content-length': String(staged.bytes),
      'content-disposition': `${disposition}; filename*=UTF-8''${name.replace(/['()*]/g, percent)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** What may be named as it is: none of these can hold script that a browser would run. */
const harmless = new Set(['application/pdf', 'application/json', 'text/plain', 'image/png', 'image/jpeg'])

/** RFC 8187: these four are not allowed in an extended parameter, though `encodeURIComponent` leaves them. */
const percent = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

function unexpected(error: unknown): Failure {
  const failure = storageFailure(error)
  if (failure) return failure
  logError(error, 'bytes')
  return new Failure('internal', 'The file could not be taken in. Nothing was kept of it. Try again.')
}
