import { z } from 'zod'
import { ParsedSource, ReferenceRecord } from './parsedSource.ts'

/** The importer's own version: a later one may read the same bytes better, and then says so here. */
export const importerVersion = '2'

/** Hashes below 2^32, each once. */
const Sketch = z
  .array(z.int().min(0).max(0xffffffff))
  .max(64)
  .refine(hashes => new Set(hashes).size === hashes.length, 'a sketch must not have a hash twice')

/**
 * A file read and made ready to be stored, in the process that read it: what costs time is done there, and the
 * untouched bytes travel back packed (raw deflate).
 */
export const IncomingFile = z.object({
  sha256: z.string(),
  bytes: z.int(),
  packed: z.instanceof(Uint8Array),
  articles: z.array(z.object({ parsed: ParsedSource, textSha256: z.string(), sketch: Sketch })),
  references: z.array(ReferenceRecord),
})
export type IncomingFile = z.infer<typeof IncomingFile>

/** One article of such a file, with the name of the file it came from as a person knows it. */
export interface IncomingSource {
  file: Pick<IncomingFile, 'sha256' | 'bytes' | 'packed'>
  origin: string
  /** Which of its file's articles it is, from 0, and how many there are. */
  part: number
  parts: number
  parsed: ParsedSource
  textSha256: string
  sketch: readonly number[]
  /** Its place in a search index that was made with it: its key is put there when it is stored. */
  indexed?: { keys: (number | null)[]; number: number }
}
