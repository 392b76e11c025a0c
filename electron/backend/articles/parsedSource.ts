import { z } from 'zod'
import { Block, CalendarDate, MetadataField } from '../../../shared/contract/article.ts'

/** Where a finding comes from is said in a few words. */
const evidence = z.string().min(1).max(200)

/**
 * One article as an importer reads it from a source's bytes. It crosses from the parsing process and is checked
 * here before anything is stored: blocks lie in order inside the text and do not overlap.
 */
export const ParsedSource = z
  .object({
    title: z.string().min(1),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: CalendarDate.nullable(),
    modifiedOn: CalendarDate.nullable(),
    url: z.string().nullable(),
    /** The address the source gives for itself, where that is another than it was fetched from. */
    canonicalUrl: z.string().nullable(),
    /** A BCP 47 tag such as en-GB. */
    language: z.string().nullable(),
    section: z.string().nullable(),
    /** Where each known field was found, in words: "JSON-LD", "first line of the text". */
    evidence: z.partialRecord(MetadataField, evidence),
    /** When the source itself says that it was captured; null when only the import can say. */
    capturedAt: z.iso.datetime().nullable(),
    /** The encoding the bytes were read with, and how it was decided: "utf-8 (byte-order mark)". */
    encoding: z.string(),
    /** Why there is no text, in words ("3 pages, all pictures"); null when there is some. Only then may it be empty. */
    noText: z.string().min(1).nullable(),
    /** Canonical text: well-formed, no NUL, blocks separated by one line feed. */
    text: z.string(),
    blocks: z.array(Block),
  })
  .refine(
    ({ text, blocks }) =>
      blocks.every((block, i) => {
        const previousEnd = i === 0 ? 0 : blocks[i - 1]!.end
        return block.start >= previousEnd && block.end > block.start && block.end <= text.length
      }),
    'blocks must be in order, without overlap, inside the text',
  )
  .refine(
    ({ text, blocks, noText }) => noText !== null || (text.length > 0 && blocks.length > 0),
    'there must be a text, or the reason why there is none',
  )
export type ParsedSource = z.infer<typeof ParsedSource>

/** What a reference file (RIS, BibTeX, CSL-JSON) says of one publication. What it does not say is null. */
export const ReferenceRecord = z.object({
  title: z.string().min(1).max(2000),
  byline: z.string().max(1000).nullable(),
  publisher: z.string().max(300).nullable(),
  publishedOn: CalendarDate.nullable(),
  url: z.string().max(4000).nullable(),
  language: z.string().max(100).nullable(),
  section: z.string().max(300).nullable(),
  tags: z.array(z.string().min(1).max(100)).max(50),
  /** The kind of file it stands in: "RIS", "BibTeX", "CSL-JSON". */
  from: evidence,
})
export type ReferenceRecord = z.infer<typeof ReferenceRecord>

/** What one source holds: one article mostly, several in a press database's export, or references only. */
export const ParsedFile = z.object({
  articles: z.array(ParsedSource),
  references: z.array(ReferenceRecord),
})
export type ParsedFile = z.infer<typeof ParsedFile>

/** What an importer is given. It gets bytes and a name, never a path. */
export interface SourceBytes {
  /** The file's own name, without folders. */
  name: string
  bytes: Uint8Array
  /** The web address a browser or a person supplied with it, or that its container gives for it. */
  url?: string
  /** When its container says it was captured, as an ISO moment. */
  capturedAt?: string
  /** The media type its container gives for it, such as "text/html"; names are often missing there. */
  mediaType?: string
}

/** Ends the reading of a source: throws a Failure `unreadable-file` that names the file; `reason` says what is wrong and what to do. */
export type Refuse = (reason: string) => never
