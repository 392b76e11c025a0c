/** A seeded generator of numbers in [0, 1): mulberry32. The same seed gives the same articles on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const syllables =
  'ba bor cal den el far gan hol in jor kel lan mer nor os pel quin ral sen tor ul ver wen yor zan'.split(' ')

/** How many different words there are; they are drawn as news words are, a few often and most seldom (Zipf). */
const vocabulary = 20_000

export interface ArticleParts {
  title: string
  author: string
  /** As YYYY-MM-DD. */
  date: string
  paragraphs: string[]
}

/** What an article is made of: a headline, a name, a day, a dozen paragraphs of some 40 words. */
export function articleParts(random: () => number): ArticleParts {
  const word = (): string => wordAt(Math.floor(vocabulary ** random()) - 1)
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  const sentence = (): string => capital(`${words(8 + Math.floor(random() * 14))}.`)
  const paragraph = (): string => [sentence(), sentence(), sentence()].join(' ')
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
  return {
    title: capital(words(7)),
    author: `${capital(word())} ${capital(word())}`,
    date: `${2015 + Math.floor(random() * 10)}-12-${day}`,
    paragraphs: Array.from({ length: 12 }, paragraph),
  }
}

/** A plain-text article as a scraper leaves it. */
export function generateArticle(random: () => number): string {
  const { title, author, date, paragraphs } = articleParts(random)
  const [year, , day] = date.split('-')
  return [title, `By ${author}`, `${Number(day)} December ${year}`, ...paragraphs].join('\n\n')
}

/** The word of a rank, 0 the commonest: pronounceable, and the shorter the commoner. */
export function wordAt(rank: number): string {
  let rest = rank
  let word = ''
  do {
    word += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return word
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
