import type { JobEntry } from './entry.ts'

/**
 * The most resident memory, in megabytes, that a process which works on strangers' files may take. The engine's own heap
 * limit does not count buffers: 1.5 GB of them were allocated under a limit of 128 MB. An archive of the most bytes that
 * are taken stands in memory three times while it is handed over.
 */
export const jobMemory = { parse: 512, unpack: 1024 } as const satisfies Partial<Record<JobEntry, number>>

/** How often it is looked at, in milliseconds: inflating fills some 50 MB in that time. */
export const memoryInterval = 100

/** Set in the environment of a job whose host looks at its memory from outside. */
export const watchedFromOutside = 'DESPATCH_MEMORY_WATCHED'
