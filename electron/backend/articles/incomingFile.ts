import { deflateRawSync } from 'node:zlib'
import { sketchOf } from './copies/sketch.ts'
import type { IncomingFile } from './incomingSource.ts'
import type { ParsedFile } from './parsedSource.ts'
import { sha256 } from './sha256.ts'

/** How hard bytes are packed, from 1 to 9: more would save a tenth of their room and take twice the time. */
const level = 3

/** Makes a file that was read ready to be stored. */
export function incomingFile(bytes: Uint8Array, { articles, references }: ParsedFile): IncomingFile {
  return {
    sha256: sha256(bytes),
    bytes: bytes.byteLength,
    packed: deflateRawSync(bytes, { level, chunkSize: Math.max(1024, Math.min(bytes.length, 16_384)) }),
    articles: articles.map(parsed => ({
      parsed,
      textSha256: sha256(parsed.text),
      sketch: sketchOf(parsed.text, parsed.blocks),
    })),
    references,
  }
}
