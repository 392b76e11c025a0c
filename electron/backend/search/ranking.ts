/**
 * How a document is ranked: BM25 (Robertson and Zaragoza, 2009) over its fields as one text, in which a word of the title
 * counts as so many words of the body. What depends on the document alone is worked out when it is indexed and kept in one
 * byte (its impact); what depends on the whole archive, when it is searched.
 */
export const weights = {
  title: 6,
  /** The first words of the body, where a newspaper says what matters. */
  lede: 1.8,
  body: 1,
  byline: 2,
  publisher: 2.5,
  /** What a page leaves behind is found, but does not speak for the article. */
  furniture: 0.2,
} as const

/** So many words of the body are its lede. */
export const ledeWords = 60

/**
 * What a match is worth by what was found, in the order of `documentKinds`: an article, a highlight, a pack. The latter are
 * short, or are what one is writing; who searches looks for sources.
 */
export const kindWorth = [1, 0.5, 0.4] as const

const k1 = 1.2
const b = 0.75
/** The length, in weighted words, of a document of average length. It is a constant so that an impact never changes. */
const averageLength = 560

/** How much of a term's weight a document gets, from 0 to 1. `frequency` and `length` are in weighted words. */
export function saturation(frequency: number, length: number): number {
  return frequency / (frequency + k1 * (1 - b + (b * length) / averageLength))
}

/** The same as one byte, never 0. */
export const impactOf = (frequency: number, length: number): number =>
  Math.max(1, Math.round(saturation(frequency, length) * 255))

/** What a term is worth: the rarer, the more. */
export const rarity = (documents: number, all: number): number =>
  Math.log(1 + (all - documents + 0.5) / (documents + 0.5))

/** What a term is worth in the whole archive. */
export type Worth = (term: string) => number

/** A word that is only begun is worth less than one that is written out. */
export const begunWorth = 0.6
