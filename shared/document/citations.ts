import type { DocumentNode } from './briefing.ts'
import { layoutOf } from './layout.ts'
import type { CitationTarget, QuotationAttributes } from './schema.ts'
import { isLeftOut, type Place, plainText, walkBriefing } from './walk.ts'

/** One numbered passage (or whole article) and every place in the briefing that cites it. */
export interface CitedPassage extends CitationTarget {
  /** 1 for the first passage cited, in reading order. */
  number: number
  places: Place[]
}

/** What makes two citations the same: the passage, or the article where no passage is named. */
export const citationKey = (target: CitationTarget): string =>
  target.highlightId === null
    ? `article:${target.articleId}:${target.version}`
    : `highlight:${target.highlightId}`

/** Reads the target from a citation's or quotation's attributes. */
export function citationTarget(node: DocumentNode): CitationTarget {
  const { articleId, version, highlightId, locator } = node.attrs ?? {}
  return {
    articleId: typeof articleId === 'string' ? articleId : '',
    version: typeof version === 'number' ? version : 1,
    highlightId: typeof highlightId === 'string' ? highlightId : null,
    locator: typeof locator === 'string' && locator !== '' ? locator : null,
  }
}

/** Everything a citation or quotation points at, its first target first. Any other node points at nothing. */
export function citationTargets(node: DocumentNode): CitationTarget[] {
  if (node.type !== 'citation' && node.type !== 'quotation') return []
  const others = Array.isArray(node.attrs?.alsoCites) ? (node.attrs.alsoCites as unknown[]) : []
  return [node, ...others.map(attrs => ({ type: 'citation', attrs: attrs as Record<string, unknown> }))].map(
    citationTarget,
  )
}

/**
 * Numbers every cited passage: those issued as they were, then the others in order of first appearance. The key of
 * the map is {@link citationKey}; it is in the order of the numbers. A passage that is no longer cited leaves a gap.
 * What stands in an annex that goes into no pack is not counted.
 */
export function numberCitations(content: DocumentNode): Map<string, CitedPassage> {
  const issued = new Map((layoutOf(content).issued?.passages ?? []).map((key, i) => [key, i + 1]))
  const passages = new Map<string, CitedPassage>()
  let next = issued.size
  walkBriefing(content, (node, place) => {
    if (isLeftOut(place)) return
    for (const target of citationTargets(node)) {
      if (target.articleId === '') continue
      const key = citationKey(target)
      const known = passages.get(key)
      if (known) known.places.push(place)
      else passages.set(key, { ...target, number: issued.get(key) ?? ++next, places: [place] })
    }
  })
  return issued.size === 0 ? passages : new Map([...passages].sort(([, a], [, b]) => a.number - b.number))
}

export type QuotationState = 'verbatim' | 'altered' | 'paraphrase'

/** Whether a quotation still says what its source says. Computed, never stored. */
export function quotationState(node: DocumentNode): QuotationState {
  const attributes = node.attrs as Partial<QuotationAttributes> | undefined
  if (attributes?.declared === 'paraphrase') return 'paraphrase'
  return plainText(node) === attributes?.exact ? 'verbatim' : 'altered'
}
