import type { Block } from '../../../shared/contract/article.ts'
import type { Briefing, DocumentNode } from '../../../shared/document/briefing.ts'
import type { PackEdition } from '../../../shared/document/editions.ts'

/** Everything a pack's PDF is made from. The same job gives the same bytes, always. */
export interface PrintJob {
  title: string
  briefing: Briefing
  /** What was issued last, where the pack has been: what changed since is listed first. */
  since?: { version: string; on: string; content: DocumentNode } | null
  /** Which pack to print; the full one where nothing is said. */
  edition?: PackEdition
  /** The cited articles, in any order. */
  sources: PrintSource[]
  /** The one date the file carries, in its metadata and nowhere else (ISO 8601). */
  date: string
  assetsFolder: string
}

export interface PrintSource {
  articleId: string
  version: number
  title: string
  byline: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  /** When the source was captured (ISO 8601): printed as "viewed on". */
  capturedAt: string
  sha256: string
  /** The licence note, by which the article may be printed whole; null where there is none. */
  licence: string | null
  text: string
  blocks: Block[]
  /** The cited passages of this article, as ranges of `text`. */
  passages: { highlightId: string; start: number; end: number }[]
}

export interface PrintedPack {
  bytes: Uint8Array
  pages: number
  /** Where each child of the document was printed first: its page from 0, and points from the page's top. */
  positions: { origin: number; page: number; top: number }[]
}
