import { z } from 'zod'

const bytes = z.instanceof(Uint8Array)

/** A whole segment in memory, as it comes from the process that made it. */
export const BuiltSegment = z
  .object({
    documents: z.int().min(0).max(65_535),
    terms: z.int().min(0),
    bytes: z.object({
      documents: bytes,
      postings: bytes,
      positions: bytes,
      dictionary: bytes,
      blocks: bytes,
    }),
  })
  .refine(
    ({ documents, bytes: { documents: table } }) => table.length === documents * 8,
    'eight bytes a document',
  )
export type BuiltSegment = z.infer<typeof BuiltSegment>
