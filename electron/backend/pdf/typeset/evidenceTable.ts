import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { citationKey, citationTargets } from '../../../../shared/document/citations.ts'
import { type Place, plainText } from '../../../../shared/document/walk.ts'
import { sentenceBreaks } from '../../../../shared/text/sentenceBreaks.ts'
import type { Block, Cell, Run } from './block.ts'
import { citationAnchor, type Evidence, passageDescription, placeWords } from './evidence.ts'
import { longDate } from './longDate.ts'
import { shortened } from './shortened.ts'
import type { Typesetting } from './typesetting.ts'

/** How much of a statement and of a passage a row repeats. */
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
      [{ text: shortened(words, ROW_WORDS) }],
      [{ text: sourceWords(cited) }],
      passageRuns(cited, typesetting),
    ].map((runs, column) => cell(false, column, runs))
  })
  const header = ['Paragraph', 'Statement', 'Source', 'Passage'].map((text, column) =>
    cell(true, column, [{ text }]),
  )
  return { kind: 'table', headerRows: 1, columns: 4, rows: [header, ...rows], where: 'the evidence table' }
}

/** One citation of one passage, with the sentence it stands at the end of. */
export interface Statement {
  place: Place | undefined
  words: string
  cited: Evidence
}

/** Every citation and quotation in `content` whose passage is among the evidence, in reading order. */
export function statementsIn(content: DocumentNode, { evidence, places }: Typesetting): Statement[] {
  const statements: Statement[] = []
  const step = (node: DocumentNode): void => {
    if (node.type === 'quotation') add(node, plainText(node))
    let before = ''
    for (const child of node.content ?? []) {
      if (child.type === 'citation') add(child, statementBefore(before, node))
      else step(child)
      before += plainText(child)
    }
  }
  step(content)
  return statements

  function add(node: DocumentNode, words: string): void {
    for (const target of citationTargets(node)) {
      const cited = evidence.get(citationKey(target))
      if (cited) statements.push({ place: places.get(node), words, cited })
    }
  }
}

/** The sentence that ends, or is still going on, where a citation stands; the whole block where none is before it. */
function statementBefore(before: string, block: DocumentNode): string {
  const text = before.trim()
  if (text === '') return plainText(block).trim()
  const starts = sentenceBreaks(text)
  return text.slice(starts.at(-1)?.start ?? 0).trim()
}

function whereRun(place: Place | undefined, anchor: string): Run {
  const text = place?.paragraph ?? placeWords(place)
  return { text, link: { to: { anchor }, description: `Go to the citation in ${placeWords(place)}` } }
}

/** Short: the passage's number leads to the whole reference. */
function sourceWords({ source }: Evidence): string {
  const { publisher, publishedOn, title } = source
  return [publisher ?? `‘${shortened(title, 6)}’`, publishedOn && longDate(publishedOn)]
    .filter(Boolean)
    .join(', ')
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
