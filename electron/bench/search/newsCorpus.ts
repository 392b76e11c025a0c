import type { Block } from '../../../shared/contract/article.ts'
import { seededRandom } from '../generateArticle.ts'
import { makeVocabulary, rankDrawer } from './vocabulary.ts'

export interface NewsArticle {
  title: string
  byline: string
  publisher: string
  /** As YYYY-MM-DD. */
  day: string
  text: string
  blocks: Block[]
}

const vocabularySize = 72_000
const topicCount = 600
const topicWords = 60
/** So many of the commonest words are of no topic. */
const topicless = 150

const publishers = [
  'Evening Ledger|Daily Compass|Harbour News|Northern Beacon|Coast Observer|Parish and Port|Severn Chronicle',
  'Border Courier|Quayside Review|Moor Gazette|Fenland Post|Dales Mercury|City Examiner|Island Times',
  'Valley Echo|Downs Herald|Weald Argus|Marsh Journal|Tyne Standard|Forest Bulletin|Lakes Tribune|Market Sentinel',
]
  .join('|')
  .split('|')
const firstNames =
  'Anna Peter Sarah James Priya Owen Grace Tom Leila Hugh Maria Daniel Ruth Simon Aisha Colin Jane Mark Nadia Rhys'.split(
    ' ',
  )
const firstDay = Date.UTC(2015, 0, 1)
const tenYears = 3653

/**
 * News articles by their number, each the same whenever it is asked for: 350 to 700 words, drawn as English words are, some
 * of them again and again because they are what the article is about. One in four has a line of page furniture.
 */
export function newsCorpus(seed: number): (number: number) => NewsArticle {
  const words = makeVocabulary(vocabularySize, seed)
  const draw = rankDrawer(vocabularySize)
  const topics = makeTopics(words, seed)
  return number => {
    const random = seededRandom(seed * 1_000_003 + number * 7919)
    const topic = topics[Math.floor(random() ** 2 * topicCount)]!
    const ofTopic = (): string => topic[Math.floor(random() ** 2 * topicWords)]!
    const word = (): string => {
      const at = random()
      if (at < 0.12) return ofTopic()
      if (at < 0.132) return figure(random)
      return words[draw(random)]!
    }
    const sentence = (): string => {
      const length = 8 + Math.floor(random() * 18)
      let made = capital(word())
      for (let i = 1; i < length; i++) made += (random() < 0.07 ? ', ' : ' ') + word()
      return random() < 0.12 ? `“${made},” an official said.` : `${made}.`
    }
    const paragraphs: string[] = []
    let left = 350 + Math.floor(random() * 350)
    while (left > 0) {
      let paragraph = sentence()
      while (random() < 0.55) paragraph += ` ${sentence()}`
      paragraphs.push(paragraph)
      left -= paragraph.split(' ').length
    }
    const furnitureAt = random() < 0.25 ? 1 + Math.floor(random() * (paragraphs.length - 1)) : -1
    if (furnitureAt > 0) paragraphs[furnitureAt] = `Sign up for more: ${sentence()}`
    const title = Array.from({ length: 6 + Math.floor(random() * 4) }, () =>
      random() < 0.45 ? ofTopic() : words[draw(random)]!,
    ).join(' ')
    return {
      title: capital(title),
      byline: `By ${firstNames[Math.floor(random() * firstNames.length)]} ${capital(words[2000 + Math.floor(random() * 3000)]!)}`,
      publisher: publishers[Math.floor(random() ** 1.5 * publishers.length)]!,
      day: new Date(firstDay + Math.floor(random() * tenYears) * 86_400_000).toISOString().slice(0, 10),
      ...laidOut(paragraphs, furnitureAt),
    }
  }
}

function makeTopics(words: readonly string[], seed: number): string[][] {
  const random = seededRandom(seed + 1)
  return Array.from({ length: topicCount }, () =>
    Array.from({ length: topicWords }, (_, i) => {
      // A few of its words are names that hardly stand elsewhere.
      const [from, to] = i < 4 ? [20_000, vocabularySize] : [topicless, 12_000]
      const word = words[Math.floor(from + random() * (to - from))]!
      return i < 4 ? capital(word) : word
    }),
  )
}

function figure(random: () => number): string {
  const number = 1 + Math.floor(10 ** (1 + random() * 4))
  const kind = random()
  if (kind < 0.2) return `${number % 100} per cent`
  if (kind < 0.3) return `£${(number % 900) / 10}bn`
  if (kind < 0.5) return String(2005 + (number % 20))
  return number.toLocaleString('en-GB')
}

function laidOut(paragraphs: readonly string[], furnitureAt: number): { text: string; blocks: Block[] } {
  let end = -1
  const blocks = paragraphs.map((paragraph, i): Block => {
    const start = end + 1
    end = start + paragraph.length
    return { kind: 'paragraph', start, end, ...(i === furnitureAt ? { furniture: 'asks to sign up' } : {}) }
  })
  return { text: paragraphs.join('\n'), blocks }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
