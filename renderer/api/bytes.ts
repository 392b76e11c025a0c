import { Failure } from '../../shared/contract/index.ts'

/** Hands bytes to the backend beside the contract. Gives the staged id that a call may name. Throws a `Failure`. */
export async function putBytes(bytes: Blob): Promise<string> {
  let response: Response
  try {
    response = await fetch('/bytes', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      // Electron's own schemes have dropped the bodies of blobs before (its pull request 41052); a buffer arrives.
      body: location.protocol === 'despatch:' ? await bytes.arrayBuffer() : bytes,
    })
  } catch (error) {
    throw new Failure('unreadable-file', unreadable, { cause: error })
  }
  const text = await response.text()
  const answer = readAnswer(text)
  const staged = answer.value?.staged ?? answer.staged
  if (response.ok && staged) return staged
  const tooLarge = response.status === 413 ? text : unreadable
  throw new Failure(answer.fault?.code ?? 'unreadable-file', answer.fault?.message ?? tooLarge)
}

/** Where a staged file can be fetched. It is offered as a download under `name` unless `inline`. */
export function bytesUrl(staged: string, name: string, type: string, inline = false): string {
  const query = new URLSearchParams({ name, type })
  if (inline) query.set('inline', '1')
  return `/bytes/${staged}?${query}`
}

/** Has the browser save a staged file as a download. */
export function download(staged: string, name: string, type: string): void {
  const link = document.createElement('a')
  link.href = bytesUrl(staged, name, type)
  link.download = name
  link.click()
}

interface Answer {
  staged?: string
  value?: { staged?: string }
  fault?: { code: Failure['code']; message: string }
}

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}

const unreadable =
  'The file could not be read. It may have been moved, or be open elsewhere. Nothing was kept of it. Try again.'
