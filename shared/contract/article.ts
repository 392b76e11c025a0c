import { z } from 'zod'
import { Highlight } from './highlight.ts'
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
  /** What an official said of it, against what the importer thought. */
  decided: z.enum(['hidden', 'shown']).optional(),
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

/** What a department must be able to say of each stored article. `null` says that nobody has said it yet. */
export const Handling = z.object({
  /** Why it is kept: "Small boats submission, December 2024". */
  purpose: typedLine(500).nullable(),
  /** The lawful basis for holding the personal data in it: "Public task". */
  lawfulBasis: typedLine(200).nullable(),
  /** The licence under which it may be copied, which a pack prints beside it. */
  licence: typedLine(1000).nullable(),
  retainUntil: CalendarDate.nullable(),
})
export type Handling = z.infer<typeof Handling>

export const Tag = typedTitle(100)

export const Article = ArticleDetails.extend({
  articleId: z.string(),
  version: z.int(),
  versions: z.int(),
  /** Where each known detail comes from, in words: "JSON-LD", "corrected by hand". What is unknown is not named. */
  evidence: z.partialRecord(MetadataField, z.string()),
  tags: z.array(z.string()),
  handling: Handling,
  /** How many other articles carry the same agency copy. */
  copies: z.int(),
  /** SHA-256 of the original bytes, in lower-case hexadecimal. */
  sha256: z.string(),
  originalBytes: z.int(),
  /** The name of the file or folder it came from, as the person knew it. Never a path. */
  origin: z.string(),
  importedAt: z.iso.datetime(),
  /** When its source says it was captured; else when it was imported. */
  capturedAt: z.iso.datetime(),
  /** Which of the articles in its original this is, from 0: a press database's file holds many. */
  part: z.int(),
  /** The version of the importer that made the text from the original. */
  importer: z.string(),
  encoding: z.string(),
  /** Why there is no text ("3 pages, all pictures"); null when there is some. */
  noText: z.string().nullable(),
  /** The details that an official has corrected. */
  corrected: z.array(ArticleDetails.keyof()),
  text: z.string(),
  blocks: z.array(Block),
})
export type Article = z.infer<typeof Article>

export const SearchHit = z.object({
  kind: z.enum(['article', 'highlight', 'note', 'pack']),
  /** The article, or the one that the passage stands in; "" for a pack. */
  articleId: z.string(),
  highlightId: z.string().nullable(),
  packId: z.string().nullable(),
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
  tags: z.array(z.string()),
  /** How many other articles carry the same agency copy. */
  copies: z.int(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** What may be found: an article, a passage somebody marked (with or without a note), a pack. */
export const SearchKind = z.enum(['article', 'highlight', 'note', 'pack'])
export type SearchKind = z.infer<typeof SearchKind>

/** By publisher: A to Z, the newest of each first, and what has none last. */
export const SearchOrder = z.enum(['relevance', 'newest', 'oldest', 'publisher'])
export type SearchOrder = z.infer<typeof SearchOrder>

export const SearchPage = z.object({
  /** How many match: of several words, all. */
  total: z.int(),
  hits: z.array(SearchHit),
  /**
   * Where few hold all of several words, the list goes on with some that hold only a part of them: from this row on, counted from
   * the first page's first. null when there are none.
   */
  othersFrom: z.int().nullable(),
  /** How the words were read, in one sentence; "" when nothing was typed. */
  explanation: z.string(),
  /** What may have been meant, when little was found: the typed words with a slip mended; null when nothing is like it. */
  suggestion: z.string().nullable(),
  /**
   * How many documents are still to be indexed and cannot be found yet: more than a few only while the index is made anew. 0 when
   * these are so few that they will be there in a moment.
   */
  waiting: z.int(),
})
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

/** A version of an article, with enough to name it by. */
export const NamedVersion = z.object({
  articleId: z.string(),
  version: z.int(),
  title: z.string(),
  publisher: z.string().nullable(),
  publishedOn: CalendarDate.nullable(),
  capturedAt: z.iso.datetime(),
})
export type NamedVersion = z.infer<typeof NamedVersion>

/** A stretch of two texts laid side by side: in both, in the later only, or in the earlier only. */
export const TextPiece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export type TextPiece = z.infer<typeof TextPiece>

/**
 * Two texts block by block, page furniture left out: a block is as it was, was added, was removed, or was changed
 * in the pieces given.
 */
export const Comparison = z.object({
  from: NamedVersion,
  to: NamedVersion,
  blocks: z.array(
    z.object({ kind: z.enum(['same', 'added', 'removed', 'changed']), pieces: z.array(TextPiece) }),
  ),
  /** The highlights of the earlier text whose words do not stand in the later one as they were marked. */
  review: z.array(Highlight),
})
export type Comparison = z.infer<typeof Comparison>

/** Another article with the same agency copy. */
export const Copy = NamedVersion.extend({
  /** How much of the shorter of the two texts stands in both, from 0 to 1. */
  shared: z.number(),
  /** Whether an official said that the two are the same, or that they are not; null when only the texts say it. */
  decided: z.enum(['same', 'different']).nullable(),
})
export type Copy = z.infer<typeof Copy>

/** A reference that came without its article, and waits for it. */
export const WaitingReference = z.object({
  referenceId: z.int(),
  title: z.string(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: CalendarDate.nullable(),
  url: z.string().nullable(),
  /** The kind of file and the file it came in. */
  from: z.string(),
  origin: z.string(),
})
export type WaitingReference = z.infer<typeof WaitingReference>

/** A change to many articles at once. What is left out stays as it is. */
export const BulkEdit = z.object({
  articleIds: z.array(z.string()).min(1).max(100_000),
  addTags: z.array(Tag).max(50).default([]),
  removeTags: z.array(Tag).max(50).default([]),
  handling: Handling.partial().default({}),
})
export type BulkEdit = z.infer<typeof BulkEdit>

/** A line for each source dealt with, and how many were not read because the person cancelled. */
export const ImportReport = z.object({ lines: z.array(ImportLine), unread: z.int() })
export type ImportReport = z.infer<typeof ImportReport>
