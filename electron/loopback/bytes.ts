import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../shared/contract/index.ts'
import { findStaged, putStaged, storageFailure } from '../backend/index.ts'
import { STAGED_LIMIT } from '../backend/staging.ts'
import { answerJson } from './answer.ts'
import { Refusal } from './refusal.ts'
import { safeHeaders } from './safeHeaders.ts'

/** `POST /bytes`: stages the body and answers a Reply whose value is `{staged}`, the id that calls may name. */
export async function putBytes(
  request: IncomingMessage,
  response: ServerResponse,
  archiveFolder: string,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > STAGED_LIMIT) {
    throw new Refusal(413, 'The file is larger than 256 MB. Nothing was kept of it. Split it and try again.')
  }
  try {
    // Ending the request early would end its connection, and the answer below with it.
    const staged = await putStaged(archiveFolder, request.iterator({ destroyOnReturn: false }))
    answerJson(response, 200, { ok: true, value: { staged } })
  } catch (error) {
    const failure = error instanceof Failure ? error : storageFailure(error)
    if (!failure) throw error
    answerJson(response, 422, { ok: false, fault: { code: failure.code, message: failure.message } })
    // A browser reads the answer when it has sent the rest.
    request.resume()
  }
}

/**
 * `GET /bytes/<id>?name=&type=&inline=1`: a staged file, as a download under that name. Only a PDF is ever
 * shown in place, and only when asked for: any other type could carry script into our own origin.
 */
export async function getBytes(response: ServerResponse, archiveFolder: string, url: URL): Promise<void> {
  const found = findStaged(archiveFolder, url.pathname.slice('/bytes/'.length))
  if (!found) throw new Refusal(404, 'This file is no longer there. Make it again.')
  const isPdf = url.searchParams.get('type') === 'application/pdf'
  const inline = isPdf && url.searchParams.get('inline') === '1'
  response.writeHead(200, {
    ...safeHeaders,
    ...(inline && { 'Content-Security-Policy': viewerPolicy }),
    'Content-Type': isPdf ? 'application/pdf' : 'application/octet-stream',
    'Content-Length': found.bytes,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; ${fileName(url.searchParams.get('name'))}`,
  })
  await pipeline(createReadStream(found.path), response)
}

/** A browser's own PDF viewer is a plug-in with styles of its own; a PDF has no other way to use either. */
const viewerPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** A file name for any script and any browser (RFC 6266, RFC 8187), which cannot end its header early. */
function fileName(name: string | null): string {
  const safe = (name || 'despatch')
    .toWellFormed()
    // Control characters, and characters that reverse the reading direction or mean something in a path.
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"\\/]/g, '_')
    .slice(0, 200)
    .toWellFormed()
  const plain = safe.replace(/[^\u0020-\u007e]/g, '_').replaceAll('%', '_')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
