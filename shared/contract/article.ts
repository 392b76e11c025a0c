import { z } from 'zod'
import { typedLine, typedTitle } from './typed.ts'

export const BlockKind = z.enum(['heading', 'paragraph', 'listItem', 'quotation', 'table', 'caption'])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * A stretch of an article's text, `start` inclusive and `end` exclusive, in UTF-16 code units. Furniture is an
 * overlay: the block keeps its kind, and `furniture` says in words why it is hidden by default.
 */
export const Block = z.object({
  kind: BlockKind,
  start: z.int().min(0),
  end: z.int().min(0),
  furniture: z.string().optional(),
})
export type Block = z.infer<typeof Block>

/** A calendar date as YYYY-MM-DD. */
export const CalendarDate = z.iso.date()

/** What an official may set right by hand. `null` says "unknown". */
export const ArticleDetails = z.object({
  title: typedTitle(1000),
  byline: typedLine(1000).nullable(),
  publisher: typedLine(300).nullable(),
  publishedOn: CalendarDate.nullable(),
  modifiedOn: CalendarDate.nullable(),
  url: typedLine(4000).nullable(),
  canonicalUrl: typedLine(4000).nullable(),
  /** A BCP 47 tag such as en-GB. */
  language: typedLine(100).nullable(),
  section: typedLine(300).nullable(),
})
export type ArticleDetails = z.infer<typeof ArticleDetails>

export const MetadataField = ArticleDetails.keyof()
export type MetadataField = z.infer<typeof MetadataField>

export const Article = ArticleDetails.extend({
  articleId: z.string(),
  version: z.int(),
  versions: z.int(),
  language: z.string().nullable(),
  /** SHA-256 of the original bytes, in lower-case hexadecimal. */
  sha256: z.string(),
  originalBytes: z.int(),
  /** The name of the file or folder it came from, as the person knew it. Never a path. */
  origin: z.string(),
  importedAt: z.iso.datetime(),
  encoding: z.string(),
  /** The details that an official has corrected. */
  corrected: z.array(ArticleDetails.keyof()),
  text: z.string(),
  blocks: z.array(Block),
})
export type Article = z.infer<typeof Article>

export const SearchHit = z.object({
  articleId: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: CalendarDate.nullable(),
  snippet: z.string(),
  /** Ranges of `snippet` that matched, in UTF-16 code units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** Where in the article's text the first match stands, or null when only its details matched. */
  at: z.tuple([z.int(), z.int()]).nullable(),
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  highlights: z.int(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const SearchPage = z.object({ total: z.int(), hits: z.array(SearchHit) })
export type SearchPage = z.infer<typeof SearchPage>

export const ImportOutcome = z.enum(['added', 'duplicate', 'version', 'refused'])
export const ImportLine = z.object({
  path: z.string(),
  outcome: ImportOutcome,
  articleId: z.string().nullable(),
  title: z.string().nullable(),
  /** Why it was refused or what it duplicates, and what to do; null when there is nothing to say. */
  reason: z.string().nullable(),
})
export type ImportLine = z.infer<typeof ImportLine>

/** A line for each source dealt with, and how many were not read because the person cancelled. */
export const ImportReport = z.object({ lines: z.array(ImportLine), unread: z.int() })
export type ImportReport = z.infer<typeof ImportReport>
