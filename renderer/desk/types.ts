import type { Highlight } from '../../shared/contract/index.ts'
import type { Briefing } from '../../shared/document/briefing.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'

/** What the rooms of the desk say to one another, through the shell. */

/** What may be asked of the draft from outside. */
export interface DraftHandle {
  /** Puts the highlight's words at the caret as a linked quotation with its citation. */
  insertQuotation(highlight: Highlight): void
  /** Puts a citation of the highlight at the caret. */
  insertCitation(highlight: Highlight): void
  focus(): void
  /** Looks for words in the draft, and goes to the first place. */
  find(words: string): void
  /** Scrolls to the first place that cites `key` (see `citationKey`) and puts the caret there. */
  reveal(key: string): void
  /** Scrolls to a child of the document, counted from 0, and puts the caret there. */
  revealChild(index: number): void
  /** Saves now what is not yet saved, before an export reads it. Throws a `Failure` when it could not. */
  flush(): Promise<void>
  /** Reads the stored draft again, in place of what is shown. */
  reload(): void
}

/** The draft as it is being written. */
export interface LiveDraft {
  /** The same object for as long as nothing in it has changed. */
  briefing: Briefing
  /** The child of the document that the caret stands in, from 0; null while it stands in the head. */
  caret: number | null
}

/** What the draft says of itself. */
export interface DraftStatus {
  /** The save state in words. */
  save: string
  /** Whether what was typed could not be saved, so far. */
  isUnsaved: boolean
  words: number
  /** What stands unevidenced, each in one sentence. */
  toCheck: { text: string; reveal(): void }[]
  /** Why the draft cannot be edited, in words. */
  readOnly: string | null
  citedHighlightIds: string[]
  /** Where each highlight is cited, in words such as "paragraph 3", by highlight id. */
  places: Record<string, string[]>
}

export type { CitationTarget }
