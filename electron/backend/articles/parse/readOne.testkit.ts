import { Failure } from '../../../../shared/contract/fault.ts'
import { ParsedSource, type SourceBytes } from '../parsedSource.ts'
import { readTextFile } from './readTextFile.ts'

/** The one article in a text file or web page, as it would be stored. */
export function readOne(source: SourceBytes): ParsedSource {
  return ParsedSource.parse(readTextFile(source, refusing(source.name)).articles[0])
}

/** What a reader is given to refuse with, in tests. */
export const refusing =
  (name: string) =>
  (reason: string): never => {
    throw new Failure('unreadable-file', `${name} was not imported: ${reason}`)
  }
