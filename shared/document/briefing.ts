import { z } from 'zod'

/**
 * The version of the stored document that this Despatch writes. Raised only with an upgrade step; from 1 to 2 there is
 * none, because every document of version 1 is one of version 2 as it stands.
 */
export const DOCUMENT_VERSION = 2

/** A node of the stored document, as Tiptap writes it. `schema.ts` says which types and attributes exist. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  [unknownKey: string]: unknown
}

export const DocumentNode: z.ZodType<DocumentNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(DocumentNode).optional(),
    text: z.string().optional(),
    marks: z
      .array(z.looseObject({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }))
      .optional(),
  }),
)

/** The block at the head of a submission. Lines are printed as typed; an empty one is left out. */
export const BriefingHead = z.looseObject({
  marking: z.string().max(500),
  to: z.string().max(2000),
  from: z.string().max(2000),
  date: z.string().max(200),
  copy: z.string().max(4000),
  decisionBy: z.string().max(500),
  reference: z.string().max(200),
  // What parts of the marking need beside them; `MarkedHead` says what each is. A head without them stays so.
  recipients: z.string().max(4000).optional(),
  embargoUntil: z.string().max(500).optional(),
  embargoThen: z.string().max(500).optional(),
  releaseTo: z.string().max(500).optional(),
})
export type BriefingHead = z.infer<typeof BriefingHead>

/**
 * The whole of a stored draft. Its shape is checked here, its content against the schema on opening: what the
 * schema does not know is kept and opened read-only, so `content` admits any node.
 */
export const Briefing = z.looseObject({
  documentVersion: z.int().min(1),
  head: BriefingHead,
  content: DocumentNode,
})
export type Briefing = z.infer<typeof Briefing>
