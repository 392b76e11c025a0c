import { incomingFile } from '../articles/incomingFile.ts'
import type { IncomingFile } from '../articles/incomingSource.ts'
import { parseFile } from '../articles/parse/parseFile.ts'
import type { ParsedSource, SourceBytes } from '../articles/parsedSource.ts'
import { buildSegment } from '../search/buildSegment.ts'
import type { BuiltSegment } from '../search/builtSegment.ts'
import { giveWay } from './giveWay.ts'
import { jobMemory } from './jobMemory.ts'
import { serveJob } from './serve.ts'
import { watchMemory } from './watchMemory.ts'

/**
 * What became of each source, in order: the file made ready to be stored, or why it was not read; and the search index of
 * all the articles in those files, in order, whose keys are not known yet.
 */
export interface ReadSources {
  read: ({ file: IncomingFile } | { refused: string } | { failed: string })[]
  index: BuiltSegment
}

watchMemory(jobMemory.parse)
giveWay()
serveJob(async ({ sources }: { sources: SourceBytes[] }): Promise<ReadSources> => {
  const read: ReadSources['read'] = []
  for (const source of sources) {
    try {
      read.push({ file: incomingFile(source.bytes, await parseFile(source)) })
    } catch (error) {
      const isStated = error instanceof Error && error.name === 'Failure'
      read.push(isStated ? { refused: error.message } : { failed: String((error as Error)?.stack ?? error) })
    }
  }
  const articles = read.flatMap(each => ('file' in each ? each.file.articles : []))
  return { read, index: buildSegment(articles.map(({ parsed }, i) => toIndex(parsed, i))) }
})

const toIndex = ({ title, byline, publisher, publishedOn, text, blocks }: ParsedSource, key: number) => ({
  key,
  day: publishedOn,
  title,
  byline,
  publisher,
  text,
  furniture: blocks.filter(({ furniture }) => furniture),
})
