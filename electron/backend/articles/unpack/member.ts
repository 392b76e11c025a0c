import { z } from 'zod'

/**
 * One file found in a container, handed over as it is found. `path` leads to it from the container's own name, as a
 * person would say it: "cuttings.zip/week 2/report.pdf", "minutes.eml/annex.docx". It is a name only: nothing is
 * ever written there. `refused` says in words why this one could not be taken out, and what to do; there are no bytes then.
 */
export const Member = z.object({
  path: z.string().min(1).max(4000),
  bytes: z.instanceof(Uint8Array),
  url: z.string().max(4000).optional(),
  capturedAt: z.iso.datetime().optional(),
  mediaType: z.string().max(200).optional(),
  refused: z.string().optional(),
})
export type Member = z.infer<typeof Member>

/** The most that a container may hold, all levels together, whatever its headers say. */
export const unpackLimits = {
  /** Bytes of one member. */
  member: 64 * 1024 * 1024,
  /** Bytes of all members. */
  whole: 256 * 1024 * 1024,
  members: 2000,
  /** Containers within containers, and folders within folders. */
  depth: 64,
} as const
