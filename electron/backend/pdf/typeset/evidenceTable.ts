import type { Place } from '../../../../shared/document/walk.ts'
import type { Block, Cell, Run } from './block.ts'
import { citationAnchor, type Evidence, passageDescription, placeWords } from './evidence.ts'
import { shortReference } from './reference.ts'
import { shortened } from './shortened.ts'
import type { Statement } from './statements.ts'
import type { Typesetting } from './typesetting.ts'

/** How much of a passage a row repeats. */
const ROW_WORDS = 16

/**
 * The evidence for each statement, one row for each citation in reading order: where it stands, what is stated, from
 * what source, and the words that bear it out. The first and last columns are links: to the citation, to the passage.
 */
export function evidenceTable(statements: Statement[], typesetting: Typesetting): Block {
  const occurrences = new Map<number, number>()
  const rows = statements.map(({ place, words, cited }): Cell[] => {
    const occurrence = (occurrences.get(cited.number) ?? 0) + 1
    occurrences.set(cited.number, occurrence)
    return [
      [whereRun(place, citationAnchor(cited.number, occurrence))],
      [{ text: words }],
      [{ text: shortReference(cited.source) }],
      passageRuns(cited, typesetting),
    ].map((runs, column) => cell(false, column, runs))
  })
  const header = ['Paragraph', 'Statement', 'Source', 'Passage'].map((text, column) =>
    cell(true, column, [{ text }]),
  )
  return { kind: 'table', headerRows: 1, columns: 4, rows: [header, ...rows], where: 'the evidence table' }
}

function whereRun(place: Place | undefined, anchor: string): Run {
  const text = place?.paragraph ?? placeWords(place)
  return { text, link: { to: { anchor }, description: `Go to the citation in ${placeWords(place)}` } }
}

function passageRuns(cited: Evidence, { citationTarget }: Typesetting): Run[] {
  const { number, source, range } = cited
  const target = citationTarget(number)
  const link =
    target === null ? {} : { link: { to: { anchor: target }, description: passageDescription(cited) } }
  const words = range
    ? `“${shortened(source.text.slice(range.start, range.end), ROW_WORDS)}”`
    : 'the article as a whole'
  return [{ text: `[${number}]`, ...link }, { text: ` ${words}` }]
}

const cell = (heading: boolean, column: number, runs: Run[]): Cell => ({
  heading,
  column,
  columns: 1,
  rows: 1,
  blocks: [{ kind: 'paragraph', runs }],
})
