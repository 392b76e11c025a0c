import type { SourceBytes } from '../articles/parsedSource.ts'
import { unpackSource } from '../articles/unpack/unpackSource.ts'
import { serveJob } from './serve.ts'

serveJob((source: SourceBytes, { give }) => unpackSource(source, give))
