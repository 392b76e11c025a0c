import type { Run } from './block.ts'
import { citationAnchor, type Evidence, passageAnchor, placeWords } from './evidence.ts'

/** A cited passage of one article: evidence that has a range. */
export type Passage = Evidence & { range: { start: number; end: number } }

/**
 * The text from `start` to `end` (UTF-16 code units) as runs. Words inside passages are marked as cited; each
 * passage opens with its number in brackets, a link back, so that colour is not the only sign. Where passages
 * overlap, each says where it ends.
 */
export function markPassages(text: string, start: number, end: number, passages: Passage[]): Run[] {
  const inside = passages.filter(({ range }) => range.start < end && range.end > start)
  const cuts = new Set([start, end])
  for (const { range } of inside) {
    cuts.add(Math.max(start, range.start))
    cuts.add(Math.min(end, range.end))
  }
  const points = [...cuts].sort((a, b) => a - b)
  return points.flatMap((from, i): Run[] => {
    const to = points[i + 1]
    const ends = inside.filter(passage => passage.range.end === from && overlapsAnother(passage, passages))
    const opens = inside.filter(({ range }) => range.start === from)
    const marks = [...ends.map(endMark), ...opens.map(openMark)]
    if (to === undefined) return marks
    const cited = inside.filter(({ range }) => range.start <= from && range.end >= to).length
    return [...marks, { text: text.slice(from, to).replaceAll('\n', ' '), ...(cited > 0 ? { cited } : {}) }]
  })
}

const overlapsAnother = (passage: Passage, all: Passage[]): boolean =>
  all.some(
    other =>
      other !== passage && other.range.start < passage.range.end && other.range.end > passage.range.start,
  )

function openMark(passage: Passage): Run {
  return {
    text: `[${passage.number}]`,
    raised: true,
    bold: true,
    cited: 1,
    anchor: passageAnchor(passage.number),
    link: {
      to: { anchor: citationAnchor(passage.number, 1) },
      description: `Passage ${passage.number}, back to ${placeWords(passage.places[0])}`,
    },
  }
}

const endMark = ({ number }: Passage): Run => ({ text: `[${number} ends]`, raised: true, cited: 1 })
