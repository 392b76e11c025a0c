import { z } from 'zod'
import { Briefing } from '../document/briefing.ts'

export const PackSummary = z.object({
  packId: z.string(),
  title: z.string(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
})
export type PackSummary = z.infer<typeof PackSummary>

/**
 * A pack with one revision of its briefing. `readOnly` says in words why it must not be edited (its content
 * comes from a newer Despatch); `briefing` is then the stored JSON, untouched.
 */
export const Pack = PackSummary.extend({ briefing: Briefing, readOnly: z.string().nullable() })
export type Pack = z.infer<typeof Pack>

export const Revision = z.object({
  revision: z.int(),
  savedAt: z.iso.datetime(),
  /** How it came about, in words a person reads: "Saved while typing". */
  cause: z.string(),
  words: z.int(),
})
export type Revision = z.infer<typeof Revision>

export const ExportedPdf = z.object({
  exportId: z.string(),
  /** The staged bytes, to be fetched with `get`. */
  staged: z.string(),
  /** The file name proposed to the person. */
  name: z.string(),
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  milliseconds: z.int(),
})
export type ExportedPdf = z.infer<typeof ExportedPdf>

/** A pack as it was sent, kept byte for byte. */
export const Issue = z.object({
  /** "1.0", then "1.1". */
  version: z.string(),
  issuedAt: z.iso.datetime(),
  name: z.string(),
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
})
export type Issue = z.infer<typeof Issue>

/** An issue, with the revision in which the draft goes on from it. */
export const IssuedPack = Issue.extend({ revision: z.int() })
export type IssuedPack = z.infer<typeof IssuedPack>

/** The PDF of a draft as it stands, for looking at: it is kept only until the next preview of the same pack. */
export const PreviewedPdf = z.object({
  /** The staged bytes, to be fetched with `get` at once. */
  staged: z.string(),
  pages: z.int(),
  bytes: z.int(),
  /** Where each child of the document was printed first: its page from 0, and points from the page's top. */
  positions: z.array(z.object({ origin: z.int(), page: z.int(), top: z.number() })),
})
export type PreviewedPdf = z.infer<typeof PreviewedPdf>

export const Template = z.object({ template: z.string(), name: z.string(), purpose: z.string() })
export type Template = z.infer<typeof Template>
