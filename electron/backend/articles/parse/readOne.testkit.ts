import { Failure } from '../../../../shared/contract/failure.ts'
import { detectKind } from '../detectKind.ts'
import { ParsedSource, type SourceBytes } from '../parsedSource.ts'
import { readPage } from './html/readPage.ts'
import { readText } from './text/readText.ts'

/** The one article in a text file or web page, as it would be stored. */
export function readOne(source: SourceBytes): ParsedSource {
  const read = detectKind(source) === 'html' ? readPage : readText
  return ParsedSource.parse(read(source, refusing(source.name)).articles[0])
}

/** What a reader is given to refuse with, in tests. */
export const refusing =
  (name: string) =>
  (reason: string): never => {
    throw new Failure('unreadable-file', `${name} was not imported: ${reason}`)
  }
