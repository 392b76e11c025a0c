import type { HighlightKind } from '../contract/highlight.ts'

/** Where a word may stand; null is anywhere. Indexed as terms of their own: "t:harbour" in the title, "b:" byline, "p:" publisher. */
export type TextField = 'title' | 'byline' | 'publisher'

export type Clause = WordClause | PhraseClause | NearClause | GroupClause | NotClause

/**
 * Any of the terms (a number as written and as meant; a hyphenated word joined). `beginning` is the folded, unstemmed
 * beginning when the word is one: "harb*", or the last word while it is typed.
 */
export interface WordClause {
  kind: 'word'
  typed: string
  terms: string[]
  beginning: string | null
  field: TextField | null
}

/** Slots at consecutive positions, each any of its terms. */
export interface PhraseClause {
  kind: 'phrase'
  typed: string
  slots: string[][]
  field: TextField | null
}

/** All of the words within `distance` positions of each other, in any order. */
export interface NearClause {
  kind: 'near'
  words: { typed: string; terms: string[] }[]
  distance: number
}

export interface GroupClause {
  kind: 'all' | 'any'
  clauses: Clause[]
}

export interface NotClause {
  kind: 'not'
  clause: Clause
}

export type Filter =
  | { kind: 'type'; value: 'article' | 'highlight' | 'note' | 'pack'; isNot: boolean }
  | { kind: 'tag'; value: string; isNot: boolean }
  /** Inclusive days as YYYY-MM-DD; null is open. */
  | { kind: 'date'; from: string | null; to: string | null; isNot: boolean }
  | { kind: 'has'; value: 'highlight' | 'note' | 'version'; isNot: boolean }
  | { kind: 'highlightKind'; value: HighlightKind; isNot: boolean }
  /** true: cited anywhere; false: nowhere; a text: in the pack whose title holds it. */
  | { kind: 'cited'; value: boolean | string; isNot: boolean }
  | { kind: 'marking'; value: string; isNot: boolean }

/** All of the filters hold, and the clause when there is one. */
export interface Query {
  clause: Clause | null
  filters: Filter[]
}
