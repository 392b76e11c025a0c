/**
 * The stem of a lower-case English word of the letters a to z: "organisations" gives "organis". Martin Porter's
 * English stemmer ("Porter2", snowballstem.org/algorithms/english/stemmer.html, as of Snowball 2), without its
 * rules for apostrophes: words come here without any. Linear in the word's length.
 */
export function stem(word: string): string {
  if (word.length <= 2) return word
  const special = specialWords.get(word)
  if (special !== undefined) return special
  let stemmed = markConsonantY(word)
  const regions = regionsOf(stemmed)
  stemmed = withoutPlural(stemmed)
  if (unchangedAfterPlural.has(stemmed)) return stemmed
  stemmed = withoutPastOrGerund(stemmed, regions)
  if (endsInY.test(stemmed)) stemmed = `${stemmed.slice(0, -1)}i`
  stemmed = withSuffix(stemmed, doubleSuffixes, regions)
  stemmed = withSuffix(stemmed, laterSuffixes, regions)
  stemmed = withSuffix(stemmed, lastSuffixes, regions)
  return withoutFinalLetter(stemmed, regions).replaceAll('Y', 'y')
}

/** Where the two regions of a word begin in which suffixes may be taken off. */
interface Regions {
  first: number
  second: number
}

/** Words that the rules would get wrong, and their stems. */
export const specialWords: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map(word => [word, word] as const),
])
const unchangedAfterPlural = new Set([
  ...['inning', 'outing', 'canning', 'herring', 'earring'],
  ...['proceed', 'exceed', 'succeed'],
])

/** A y that is a consonant becomes Y: at the beginning, and after a vowel. */
function markConsonantY(word: string): string {
  if (!word.includes('y')) return word
  let marked = ''
  for (let i = 0; i < word.length; i++) {
    const isConsonant = word[i] === 'y' && (i === 0 || isVowel(marked[i - 1]!))
    marked += isConsonant ? 'Y' : word[i]
  }
  return marked
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter)
}

function regionsOf(word: string): Regions {
  const prefix = /^(?:gener|commun|arsen)/.exec(word)?.[0]
  const first = prefix ? prefix.length : regionAfter(word, 0)
  return { first, second: regionAfter(word, first) }
}

/** What follows the first consonant after a vowel. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) {
    if (!isVowel(word[i]!) && isVowel(word[i - 1]!)) return i + 1
  }
  return word.length
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/(?:us|ss|[^s])$/.test(word)) return word
  return hasVowel(word, word.length - 2) ? word.slice(0, -1) : word
}

function hasVowel(word: string, before: number): boolean {
  for (let i = 0; i < before; i++) if (isVowel(word[i]!)) return true
  return false
}

function withoutPastOrGerund(word: string, { first }: Regions): string {
  const eed = /eed(?:ly)?$/.exec(word)
  if (eed) return eed.index >= first ? `${word.slice(0, eed.index)}ee` : word
  const suffix = /(?:ed|ing)(?:ly)?$/.exec(word)
  if (!suffix || !hasVowel(word, suffix.index)) return word
  const rest = word.slice(0, suffix.index)
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1)
  return rest.length <= first && endsInShortSyllable(rest) ? `${rest}e` : rest
}

function endsInShortSyllable(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/.test(word)
}

const endsInY = /..*[^aeiouy][yY]$|^[^aeiouy][^aeiouy][yY]$/

/** A suffix, what replaces it, the region it must stand in, and what must stand before it. */
type Suffix = readonly [suffix: string, instead: string, region?: keyof Regions, before?: RegExp]

const doubleSuffixes: Suffix[] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogi', 'og', 'first', /l$/],
  ['li', '', 'first', /[cdeghkmnrt]$/],
]
const laterSuffixes: Suffix[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', '', 'second'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]
const lastSuffixes: Suffix[] = [
  ['ement', '', 'second'],
  ...['able', 'ance', 'ence', 'ible', 'ment'].map(suffix => [suffix, '', 'second'] as const),
  ...['ant', 'ate', 'ent', 'ism', 'iti', 'ive', 'ize', 'ous'].map(suffix => [suffix, '', 'second'] as const),
  ['ion', '', 'second', /[st]$/],
  ...['al', 'er', 'ic'].map(suffix => [suffix, '', 'second'] as const),
]

/** Only the longest suffix that fits is looked at, so the lists go from long to short. */
function withSuffix(word: string, suffixes: readonly Suffix[], regions: Regions): string {
  for (const [suffix, instead, region = 'first', before] of suffixes) {
    if (!word.endsWith(suffix)) continue
    const rest = word.slice(0, -suffix.length)
    return rest.length >= regions[region] && (!before || before.test(rest)) ? rest + instead : word
  }
  return word
}

function withoutFinalLetter(word: string, { first, second }: Regions): string {
  const at = word.length - 1
  if (word.endsWith('e')) {
    if (at >= second) return word.slice(0, -1)
    return at >= first && !endsInShortSyllable(word.slice(0, -1)) ? word.slice(0, -1) : word
  }
  return word.endsWith('ll') && at >= second ? word.slice(0, -1) : word
}
