import type { Clause } from '../../../shared/search/query.ts'
import { type Token, tokensOf } from '../../../shared/search/tokens.ts'
import type { IndexedDocument } from '../../backend/search/buildSegment.ts'
import { begunWorth, ledeWords, rarity, saturation, weights } from '../../backend/search/ranking.ts'
import { isWord } from '../../backend/search/terms.ts'

/** What each matching document scores, by its key. */
export type ExactScores = Map<number, number>

/**
 * The formula of the search (see ranking.ts) as it stands there, in floating point, over every word of every document, with
 * no index: what the order of the index is compared with.
 */
export function exactScorer(documents: readonly IndexedDocument[]): (clause: Clause) => ExactScores {
  const read = documents.map(readWhole)
  const termsOfForm = new Map(read.flatMap(({ tokens }) => tokens.map(({ form, term }) => [form, term])))
  const words = new Set([...termsOfForm.values()].filter(isWord))
  /** `partIn` is how much of its weight a term, or several as one, has in a document. */
  const scoresOf = (partIn: (document: ReadDocument) => number): ExactScores => {
    const found = read.flatMap(document => {
      const part = partIn(document)
      return part > 0 ? [[document.key, part] as const] : []
    })
    const worth = rarity(found.length, read.length)
    return new Map(found.map(([key, part]) => [key, worth * part]))
  }
  const partOf = (term: string, field: string | null, { tokens, length }: ReadDocument): number => {
    let frequency = 0
    for (const token of tokens) {
      if (token.term !== term || (field !== null && token.field !== field)) continue
      // A word that must be in a field counts there alone, each time for one.
      frequency += field === null ? token.weight : 1
    }
    return saturation(frequency, length)
  }
  const scoresOfTerm = (term: string, field: string | null): ExactScores =>
    scoresOf(document => partOf(term, field, document))
  const begun = (beginning: string, field: string | null): ExactScores => {
    // All words that begin so are one, worth what the best of them is; those that are only written so are by themselves.
    const own = new Set([...words].filter(term => term.startsWith(beginning)))
    const written = [...termsOfForm].flatMap(([form, term]) => (form.startsWith(beginning) ? [term] : []))
    const others = new Set(written.filter(term => !own.has(term)))
    const scores = [
      scoresOf(document => bestPart(own, field, document)),
      ...[...others].map(term => scoresOfTerm(term, field)),
    ]
    return new Map([...united(scores, Math.max)].map(([key, score]) => [key, score * begunWorth]))
  }
  const standing = (
    slots: readonly (readonly string[])[],
    field: string | null,
    isIt: (places: number[][]) => boolean,
  ): ExactScores => {
    const scores = slots.map(slot =>
      united(
        slot.map(term => scoresOfTerm(term, field)),
        Math.max,
      ),
    )
    const stands = ({ tokens }: ReadDocument): boolean =>
      fields.some(
        each =>
          (field === null || field === each) &&
          isIt(
            slots.map(slot =>
              tokens.flatMap(token =>
                token.field === each && slot.includes(token.term) ? [token.position] : [],
              ),
            ),
          ),
      )
    return new Map(
      read.flatMap(document => (stands(document) ? [[document.key, total(scores, document.key)]] : [])),
    )
  }
  const score = (clause: Clause): ExactScores => {
    switch (clause.kind) {
      case 'word': {
        const exact = clause.terms.map(term => scoresOfTerm(term, clause.field))
        const more = clause.beginning === null ? [] : [begun(clause.beginning, clause.field)]
        return united([...exact, ...more], Math.max)
      }
      case 'phrase':
        return standing(clause.slots, clause.field, ([first, ...rest]) =>
          first!.some(place => rest.every((places, i) => places.includes(place + i + 1))),
        )
      case 'near':
        return standing(
          clause.words.map(({ terms }) => terms),
          null,
          places =>
            places
              .flat()
              .some(from =>
                places.every(each => each.some(place => place >= from && place <= from + clause.distance)),
              ),
        )
      case 'any':
        return united(clause.clauses.map(score), (a, b) => a + b)
      case 'all': {
        const each = clause.clauses.map(score)
        return new Map(
          read.flatMap(({ key }) => (each.every(scores => scores.has(key)) ? [[key, total(each, key)]] : [])),
        )
      }
      case 'not': {
        const unwanted = score(clause.clause)
        return new Map(read.flatMap(({ key }) => (unwanted.has(key) ? [] : [[key, 0]])))
      }
    }
  }
  return score
}

function bestPart(terms: ReadonlySet<string>, only: string | null, { tokens, length }: ReadDocument): number {
  const frequencies = new Map<string, number>()
  for (const { term, weight, field } of tokens)
    if (terms.has(term) && (only === null || only === field))
      frequencies.set(term, (frequencies.get(term) ?? 0) + (only === null ? weight : 1))
  return saturation(Math.max(0, ...frequencies.values()), length)
}

const fields = ['title', 'byline', 'publisher', 'text'] as const

interface PlacedToken extends Token {
  field: (typeof fields)[number]
  weight: number
}

interface ReadDocument {
  key: number
  tokens: PlacedToken[]
  /** In weighted words. */
  length: number
}

function readWhole(document: IndexedDocument): ReadDocument {
  let words = 0
  const tokens = fields.flatMap(field =>
    tokensOf(document[field] ?? '').map((token): PlacedToken => {
      if (field !== 'text') return { ...token, field, weight: weights[field] }
      const isFurniture = document.furniture.some(
        ({ start, end }) => token.start >= start && token.start < end,
      )
      if (!isFurniture) words++
      const weight = isFurniture ? weights.furniture : words <= ledeWords ? weights.lede : weights.body
      return { ...token, field, weight }
    }),
  )
  return { key: document.key, tokens, length: tokens.reduce((sum, { weight }) => sum + weight, 0) }
}

function united(all: readonly ExactScores[], combine: (a: number, b: number) => number): ExactScores {
  const found: ExactScores = new Map()
  for (const scores of all)
    for (const [key, score] of scores) {
      const before = found.get(key)
      found.set(key, before === undefined ? score : combine(before, score))
    }
  return found
}

const total = (all: readonly ExactScores[], key: number): number =>
  all.reduce((sum, scores) => sum + (scores.get(key) ?? 0), 0)
