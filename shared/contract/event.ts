import { z } from 'zod'
import { ImportOutcome } from './article.ts'

/** What the backend tells every desk, unasked. */
export const events = {
  /** Something stored has changed; what was read of these topics is out of date. */
  'archive.changed': z.object({ topics: z.array(z.enum(['articles', 'highlights', 'packs', 'settings'])) }),
  /** Long work goes on. `total` is null while unknown. */
  'job.progress': z.object({
    jobId: z.string(),
    done: z.int(),
    total: z.int().nullable(),
    /** What is being worked on, in words. */
    note: z.string(),
    /** For an import: how many articles it has dealt with so far, by outcome. */
    outcomes: z.partialRecord(ImportOutcome, z.int()).optional(),
  }),
  /** The backend died and another took its place; `restarted` is false when it could not be brought back. */
  'host.backend': z.object({ restarted: z.boolean(), message: z.string() }),
} as const

export type EventName = keyof typeof events
export type EventOf<N extends EventName> = z.infer<(typeof events)[N]>
export type AnyEvent = { [N in EventName]: { name: N; data: EventOf<N> } }[EventName]
