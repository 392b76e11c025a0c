/**
 * The programs that may be started as a process of their own. A host finds `parse` at `jobs/parse.ts` when it
 * runs from source, and at `jobs/parse.js` beside its bundle when packaged.
 */
export const jobEntries = ['parse', 'unpack', 'press'] as const
export type JobEntry = (typeof jobEntries)[number]
