import type { Article } from '../../shared/contract/article.ts'

/** A verbatim passage worth citing: a range of the article's text in UTF-16 code units. */
export interface Passage {
  start: number
  end: number
  hasFigure: boolean
}

const shortest = 50
const longest = 240

/**
 * Picks up to `wanted` whole sentences of an article, outside its furniture, those with figures first, and
 * gives them in reading order. No two are the same words, and each stands once in the article.
 */
export function pickPassages({ text, blocks }: Pick<Article, 'text' | 'blocks'>, wanted: number): Passage[] {
  const sentences = blocks
    .filter(
      block =>
        !block.furniture && block.kind !== 'heading' && block.kind !== 'table' && block.kind !== 'caption',
    )
    .flatMap(block => sentencesOf(text, block.start, block.end))
    .filter(({ start, end }) => {
      const words = text.slice(start, end)
      return text.indexOf(words) === text.lastIndexOf(words)
    })
  const isGood = ({ start, end }: Passage) => end - start >= shortest && end - start <= longest
  const ranked = [
    ...sentences.filter(s => isGood(s) && s.hasFigure),
    ...sentences.filter(s => isGood(s) && !s.hasFigure),
    ...sentences.filter(s => !isGood(s)),
  ]
  return ranked.slice(0, wanted).sort((a, b) => a.start - b.start)
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function sentencesOf(text: string, from: number, to: number): Passage[] {
  const passages: Passage[] = []
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const words = withoutLooseMarks(segment)
    if (words === '') continue
    const start = from + index + segment.indexOf(words)
    passages.push({ start, end: start + words.length, hasFigure: /\d/.test(words) })
  }
  return passages
}

/** A sentence from the middle of a longer quotation has a quotation mark on one side only: leave it out. */
function withoutLooseMarks(segment: string): string {
  const words = segment.trim()
  const opens = /^[“"‘]/.test(words) && !/[”"’]/.test(words.slice(1))
  const closes = /[”"]$/.test(words) && !/[“"]/.test(words.slice(0, -1))
  return words.slice(opens ? 1 : 0, closes ? -1 : undefined).trim()
}
