import { seededRandom } from '../generateArticle.ts'

/** The words that hold English sentences together, the commonest first. */
export const commonWords = (
  'the of to and a in that is for it was on with as be by at he from his are have this they but an had or not which ' +
  'we has been were said will their she her one who would there all more about you when if can up some so no out what ' +
  'its two into than then them only other new time could him after first people over also may these any last year ' +
  'government now before made being down between under most where while many through such very just years them how ' +
  'because should does did do our my me your off against during both per week day three each own much even those still ' +
  'since same us back way well good work world home country state public minister police council court money party ' +
  'million long part great local old house city company children report plan think say told right take came go high'
).split(' ')

const starts =
  's s s c c p p b b m m d d r r f f t t h h l l g w v n e a o i u st tr pr br cr gr ch sh fl pl bl dr sp th j k qu'.split(
    ' ',
  )
const middles = 'a e i o u a e i o ea ou ai ee oo ie au'.split(' ')
const ends = 'n r l s t d m ck nd nt st rt ng ll rd sh ct mp p v g b'.split(' ')
const joins = 'n r l s t d m v g b p c f nt st tr nd mb ll rr ss'.split(' ')
/** What an English ending makes of a word: forms of one stem are different words. */
const endings = ['s', 'ed', 'ing', 'er', 'ers', 'ly', 'ation', 'ations', 'ment', 'ness', 'able', 'al']

/** So many different words, the commonest first: the common ones, then made ones that sound like English. */
export function makeVocabulary(size: number, seed: number): string[] {
  const random = seededRandom(seed)
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const words = new Set(commonWords)
  const stems: string[] = []
  while (words.size < size) {
    const isDerived = stems.length > 50 && random() < 0.35
    if (isDerived) {
      words.add(one(stems) + one(endings))
      continue
    }
    // The rarer a word, the longer it is.
    const syllables = 1 + Math.floor(random() * (words.size < 2000 ? 2.2 : 3.4))
    let stem = one(starts) + one(middles)
    for (let i = 1; i < syllables; i++) stem += one(joins) + one(middles)
    stem += one(ends)
    if (stem.length < 3) continue
    stems.push(stem)
    words.add(stem)
  }
  return [...words]
}

/**
 * Draws ranks from 0 by the law of Zipf and Mandelbrot: rank r comes as often as 1 / (r + 2)^1.05 says. The first word
 * is then 6 % of all, the first 150 are 46 %, as in English.
 */
export function rankDrawer(size: number): (random: () => number) => number {
  const upTo = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += (rank + 2) ** -1.05
    upTo[rank] = sum
  }
  return random => {
    const at = random() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
