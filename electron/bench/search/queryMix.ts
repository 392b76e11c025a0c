import { tokensOf } from '../../../shared/search/tokens.ts'
import { seededRandom } from '../generateArticle.ts'
import type { NewsArticle } from './newsCorpus.ts'
import { commonWords } from './vocabulary.ts'

export interface BenchQuery {
  class: string
  /** As an official types it. A word with nothing after it is one that is still being typed. */
  typed: string
  /** The same for FTS5; days inclusive. */
  plain: { match: string; days?: [from: string, to: string] }
}

/** The day on which all this is searched. */
export const today = '2025-01-01'

/** So many queries of each class, from the words and runs of words of some of the articles. */
export function queryMix(sample: readonly NewsArticle[], seed: number, each = 24): BenchQuery[] {
  const random = seededRandom(seed + 2)
  const some = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const { rare, middling, common, commonest } = wordsByCount(sample)
  const kinds: Record<string, () => [typed: string, match: string, days?: [string, string]]> = {
    'rare word': () => word(some(rare)),
    'middling word': () => word(some(middling)),
    'common word': () => word(some(common)),
    'commonest word': () => word(some(commonest)),
    '1 letter typed': () => begun(some([...common, ...middling]).slice(0, 1)),
    '2 letters typed': () => begun(some([...common, ...middling]).slice(0, 2)),
    '3 letters typed': () => begun(some([...common, ...middling]).slice(0, 3)),
    'more letters typed': () => {
      const whole = some(middling)
      return begun(whole.slice(0, Math.min(whole.length, 4 + Math.floor(random() * 3))))
    },
    'two common words': () => both(some(common), some(commonest)),
    'a word, another begun': () => {
      const [one, other] = [some(middling), some(common).slice(0, 1 + Math.floor(random() * 3))]
      return [`${one} ${other}`, `"${one}" "${other}" *`]
    },
    'phrase of common words': () => phrase(some(runs(sample, random, isCommon))),
    'phrase of rare words': () => phrase(some(runs(sample, random, text => !isCommon(text)))),
    'either of two': () => {
      const [one, other] = [some(common), some(middling)]
      return [`${one} OR ${other} `, `"${one}" OR "${other}"`]
    },
    'left out (-)': () => {
      const [one, other] = [some(common), some(commonest)]
      return [`${one} -${other} `, `"${one}" NOT "${other}"`]
    },
    'in the title': () => {
      const one = some(random() < 0.5 ? common : middling)
      return [`title:${one} `, `title : "${one}"`]
    },
    'in the title, begun': () => {
      const letters = some(common).slice(0, 1 + Math.floor(random() * 4))
      return [`title:${letters}`, `title : "${letters}" *`]
    },
    'between days': () => {
      const one = some(random() < 0.5 ? common : commonest)
      const year = 2015 + Math.floor(random() * 8)
      return [
        `${one} after:${year}-06-30 before:${year + 2}-03-01 `,
        `"${one}"`,
        [`${year}-07-01`, `${year + 2}-02-28`],
      ]
    },
  }
  return Object.entries(kinds).flatMap(([name, make]) => {
    const made = new Map<string, BenchQuery>()
    for (let tries = 0; made.size < each && tries < each * 20; tries++) {
      const [typed, match, days] = make()
      made.set(typed, { class: name, typed, plain: { match, ...(days ? { days } : {}) } })
    }
    return [...made.values()]
  })
}

const word = (one: string): [string, string] => [`${one} `, `"${one}"`]
const begun = (letters: string): [string, string] => [letters, `"${letters}" *`]
const both = (one: string, other: string): [string, string] => [`${one} ${other} `, `"${one}" "${other}"`]
const phrase = (text: string): [string, string] => [`"${text}" `, `"${text}"`]

const common = new Set(commonWords)
const isCommon = (text: string): boolean => text.split(' ').every(each => common.has(each))

/** Words by the share of the articles that hold them; as in the feasibility study, "common" is 12 to 54 %. */
function wordsByCount(sample: readonly NewsArticle[]) {
  const counts = new Map<string, number>()
  for (const { text } of sample)
    for (const form of new Set(tokensOf(text).map(token => token.form)))
      if (/^[a-z]{3,}$/.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  const byCount = [...counts].sort((a, b) => b[1] - a[1])
  const between = (from: number, to: number): string[] =>
    byCount.filter(([, n]) => n >= from * sample.length && n < to * sample.length).map(([form]) => form)
  return {
    rare: between(0.0001, 0.002),
    middling: between(0.01, 0.05),
    common: between(0.12, 0.54),
    commonest: byCount.slice(0, 24).map(([form]) => form),
  }
}

/** Runs of two or three words of some article of which each is as wanted. */
function runs(
  sample: readonly NewsArticle[],
  random: () => number,
  isWanted: (text: string) => boolean,
): string[] {
  const { text } = sample[Math.floor(random() * sample.length)]!
  const length = random() < 0.6 ? 2 : 3
  const words = text.split(' ')
  return words.flatMap((_, i) => {
    const run = words.slice(i, i + length)
    const isPlain = run.length === length && run.every(each => /^[a-z]{2,}$/.test(each))
    const isAll = run.every(isWanted)
    return isPlain && isAll ? [run.join(' ')] : []
  })
}
