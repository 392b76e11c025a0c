import type { DocumentNode } from './briefing.ts'
import type { CitationTarget, QuotationAttributes } from './schema.ts'
import { type Place, plainText, walkBriefing } from './walk.ts'

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

/** Numbers every cited passage in order of first appearance. The key of the map is {@link citationKey}. */
export function numberCitations(content: DocumentNode): Map<string, CitedPassage> {
  const passages = new Map<string, CitedPassage>()
  walkBriefing(content, (node, place) => {
    if (node.type !== 'citation' && node.type !== 'quotation') return
    const target = citationTarget(node)
    if (target.articleId === '') return
    const key = citationKey(target)
    const known = passages.get(key)
    if (known) known.places.push(place)
    else passages.set(key, { ...target, number: passages.size + 1, places: [place] })
  })
  return passages
}

export type QuotationState = 'verbatim' | 'altered' | 'paraphrase'

/** Whether a quotation still says what its source says. Computed, never stored. */
export function quotationState(node: DocumentNode): QuotationState {
  const attributes = node.attrs as Partial<QuotationAttributes> | undefined
  if (attributes?.declared === 'paraphrase') return 'paraphrase'
  return plainText(node) === attributes?.exact ? 'verbatim' : 'altered'
}
