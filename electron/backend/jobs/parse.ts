import { parseSource } from '../articles/parse/parseSource.ts'
import type { SourceBytes } from '../articles/parsedSource.ts'
import { serveJob } from './serve.ts'

serveJob((source: SourceBytes) => parseSource(source))
