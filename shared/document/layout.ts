import { z } from 'zod'
import type { DocumentNode } from './briefing.ts'

/** Which pack an annex goes into: both, only the full one, or neither. */
export const Edition = z.enum(['core', 'full', 'none'])
export type Edition = z.infer<typeof Edition>

/** The annexes that are made from what the draft cites. */
export const generatedKinds = ['sources', 'evidence', 'extracts'] as const
export type GeneratedKind = (typeof generatedKinds)[number]

/**
 * A place in the order of annexes. The n-th `written` place is the n-th annex of the draft, which carries its own
 * edition; a generated one carries its edition here, and the letter it was issued with.
 */
export const AnnexSlot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written') }),
  z.object({
    kind: z.enum(generatedKinds),
    edition: Edition,
    issued: z.string().max(20).nullable().default(null),
  }),
])
export type AnnexSlot = z.infer<typeof AnnexSlot>

/** How a draft becomes a pack. It is an attribute of the document, so that undo and versions cover it. */
export const PackLayout = z.object({
  cover: z.boolean().default(false),
  contents: z.boolean().default(false),
  annexes: z.array(AnnexSlot).max(500).default([]),
  /** The ids of articles to be printed whole; their licence notes must allow it. */
  wholeArticles: z.array(z.string().max(100)).max(1000).default([]),
  /** What was issued last: since then nothing is renumbered. */
  issued: z
    .object({
      /** "1.0", then "1.1". */
      version: z.string().max(20),
      /** The day, as YYYY-MM-DD. */
      on: z.string().max(10),
      /** The revision that was issued. */
      revision: z.int(),
      /** The cited passages in the order of their numbers, by `citationKey`. */
      passages: z.array(z.string().max(200)).max(100_000),
    })
    .nullable()
    .default(null),
})
export type PackLayout = z.infer<typeof PackLayout>

/** The layout of a draft; what it does not say, or says wrongly, is as by default. Its annexes are complete. */
export function layoutOf(content: DocumentNode): PackLayout {
  const read = PackLayout.safeParse(content.attrs?.layout ?? {})
  const layout = read.success ? read.data : PackLayout.parse({})
  const written = content.content?.filter(({ type }) => type === 'annexTitle').length ?? 0
  return { ...layout, annexes: completeSlots(layout.annexes, written) }
}

const byDefault: AnnexSlot[] = [
  { kind: 'sources', edition: 'core', issued: null },
  { kind: 'evidence', edition: 'full', issued: null },
  { kind: 'extracts', edition: 'full', issued: null },
]

/** As many written places as there are annexes, a new one after the last of them, and each generated kind once. */
function completeSlots(slots: AnnexSlot[], written: number): AnnexSlot[] {
  let places = 0
  const seen = new Set<string>()
  const kept = slots.filter(slot => {
    if (slot.kind === 'written') return ++places <= written
    if (seen.has(slot.kind)) return false
    seen.add(slot.kind)
    return true
  })
  const missing = Array.from(
    { length: Math.max(0, written - places) },
    (): AnnexSlot => ({ kind: 'written' }),
  )
  kept.splice(kept.findLastIndex(({ kind }) => kind === 'written') + 1, 0, ...missing)
  return [...kept, ...byDefault.filter(({ kind }) => !seen.has(kind))]
}
