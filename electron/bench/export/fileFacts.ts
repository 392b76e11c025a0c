import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

export interface FileFacts {
  bytes: number
  /** Of the font programs in it, as they are stored. */
  fontBytes: number
  /** NaN where neither qpdf nor poppler is there to count them. */
  pages: number
  /** Whether it says that it is tagged. */
  tagged: boolean
}

/** What is in a PDF of whatever make. */
export function fileFacts(path: string): FileFacts {
  const bytes = readFileSync(path)
  const text = bytes.toString('latin1')
  let fontBytes = 0
  let unpacked = text
  for (const { index, 0: opening } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue
    const start = index + opening.length
    const end = text.indexOf('endstream', start)
    const content = inflated(bytes.subarray(start, end))
    if (/^(?:\0\x01\0\0|OTTO|true|\x01\0[\x04-\x05])/.test(content.toString('latin1', 0, 4)))
      fontBytes += end - start
    else if (text.slice(text.lastIndexOf('obj', index), index).includes('/ObjStm'))
      unpacked += content.toString('latin1')
  }
  return { bytes: bytes.length, fontBytes, pages: pagesOf(path), tagged: /\/Marked\s+true/.test(unpacked) }
}

function inflated(stream: Buffer): Buffer {
  try {
    return inflateSync(stream)
  } catch {
    return stream
  }
}

function pagesOf(path: string): number {
  const { stdout } = spawnSync('qpdf', ['--show-npages', path], { encoding: 'utf8' })
  if (stdout) return Number(stdout)
  const info = spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout ?? ''
  return Number(/^Pages: +(\d+)/m.exec(info)?.[1] ?? Number.NaN)
}
