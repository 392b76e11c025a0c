import type { SourceBytes } from '../articles/parsedSource.ts'
import { unpackSource } from '../articles/unpack/unpackSource.ts'
import { jobMemory } from './jobMemory.ts'
import { serveJob } from './serve.ts'
import { watchMemory } from './watchMemory.ts'

watchMemory(jobMemory.unpack)
serveJob((source: SourceBytes, { give }) => unpackSource(source, give))
