import type { SourceBytes } from '../articles/parsedSource.ts'
import { unpackSource } from '../articles/unpack/unpackSource.ts'
import { serveJob } from './serve.ts'
import { watchMemory } from './watchMemory.ts'

/** In megabytes. An archive of the most bytes that are taken stands in memory three times while it is handed over. */
const memoryLimit = 1024

watchMemory(memoryLimit)
serveJob((source: SourceBytes, { give }) => unpackSource(source, give))
