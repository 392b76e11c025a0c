import { incomingFile } from '../articles/incomingFile.ts'
import type { IncomingFile } from '../articles/incomingSource.ts'
import { parseFile } from '../articles/parse/parseFile.ts'
import type { SourceBytes } from '../articles/parsedSource.ts'
import { serveJob } from './serve.ts'
import { watchMemory } from './watchMemory.ts'

/** What became of each source, in order: the file made ready to be stored, or why it was not read. */
export type ReadSources = ({ file: IncomingFile } | { refused: string } | { failed: string })[]

watchMemory()
serveJob(async ({ sources }: { sources: SourceBytes[] }): Promise<ReadSources> => {
  const read: ReadSources = []
  for (const source of sources) {
    try {
      read.push({ file: incomingFile(source.bytes, await parseFile(source)) })
    } catch (error) {
      const isStated = error instanceof Error && error.name === 'Failure'
      read.push(isStated ? { refused: error.message } : { failed: String((error as Error)?.stack ?? error) })
    }
  }
  return read
})
