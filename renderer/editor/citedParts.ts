import type { Node } from '@tiptap/pm/model'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { type CitedPassage, citationKey, citationTargets } from '../../shared/document/citations.ts'
import type { CitationTarget } from '../../shared/document/schema.ts'
import type { CitedSource, CitedSources } from './citedSources.ts'

/** One of the passages that a citation or quotation points at. */
export interface CitedPart {
  target: CitationTarget
  /** null where nothing is cited, or where the citation is printed in no pack. */
  number: number | null
  /** null while its name is not known yet. */
  source: CitedSource | null
}

/** What a citation's or quotation's view is told through its decoration. */
export interface CitationFacts {
  /** The same array for as long as nothing in it changes, so that a view is drawn again only when something does. */
  parts: readonly CitedPart[]
}

/** What a citation or quotation points at, with numbers and names. `node` is the editor's, `json` the same as JSON. */
export function citedParts(
  node: Node,
  json: DocumentNode,
  passages: ReadonlyMap<string, CitedPassage>,
  sources: CitedSources,
): readonly CitedPart[] {
  const parts = citationTargets(json).map((target): CitedPart => {
    const key = citationKey(target)
    return { target, number: passages.get(key)?.number ?? null, source: sources.get(key) ?? null }
  })
  const before = drawn.get(node)
  const isSame = before?.every(
    ({ number, source }, i) => number === parts[i]?.number && source === parts[i]?.source,
  )
  if (before && isSame) return before
  drawn.set(node, parts)
  return parts
}

const drawn = new WeakMap<Node, readonly CitedPart[]>()

/** What stands between the numbers of one citation: as in print, a semicolon where one of them has a locator. */
export const partSeparator = (targets: readonly CitationTarget[]): string =>
  targets.some(({ locator }) => locator !== null) ? '; ' : ', '

/** "3", "3, page 4"; "–" where it is printed in no pack, "?" where nothing is cited. */
export function partWords(number: number | null, { articleId, locator }: CitationTarget): string {
  const named = number ?? (articleId === '' ? '?' : '–')
  return locator ? `${named}, ${locator}` : String(named)
}
