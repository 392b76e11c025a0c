import { z } from 'zod'
import { typedText, typedTitle } from './typed.ts'

export const HighlightKind = z.enum(['claim', 'figure', 'quotation', 'background', 'counter-view'])
export type HighlightKind = z.infer<typeof HighlightKind>

/** What an official may change of a highlight. */
export const HighlightDetails = z.object({
  kind: HighlightKind,
  note: typedText(20_000),
  tags: z.array(typedTitle(100)).max(50),
})

/**
 * A marked passage: a position plus the words plus their context (the W3C Web Annotation selectors).
 * Positions are UTF-16 code units of the text of `version`. `state` is "review" when the words do not stand
 * where they should in the version asked for; it then keeps its last good position.
 */
export const Highlight = HighlightDetails.extend({
  highlightId: z.string(),
  articleId: z.string(),
  version: z.int(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(['anchored', 'review']),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
})
export type Highlight = z.infer<typeof Highlight>
