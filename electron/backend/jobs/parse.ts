import { parseFile } from '../articles/parse/parseFile.ts'
import type { SourceBytes } from '../articles/parsedSource.ts'
import { serveJob } from './serve.ts'

serveJob((source: SourceBytes) => parseFile(source))
