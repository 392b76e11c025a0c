import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { type Change, changesSince } from '../../../../shared/document/changes.ts'
import { isIn, type PackEdition, sectionsOf } from '../../../../shared/document/editions.ts'
import type { Block, Cell, Run } from './block.ts'
import { longDate } from './longDate.ts'
import { shortened } from './shortened.ts'

/** What was issued last, to be compared with. */
export interface IssuedDraft {
  version: string
  /** YYYY-MM-DD. */
  on: string
  content: DocumentNode
}

/** How much of what changed a row repeats. */
const ROW_WORDS = 30

/**
 * A sheet that lists what changed since the pack was issued, each place a link; null where nothing did. `anchors`
 * says where each changed block begins, by its index in the document.
 */
export function changeSheet(
  issued: IssuedDraft,
  now: DocumentNode,
  isPrinted: (index: number) => boolean,
  edition: PackEdition,
): { blocks: Block[]; anchors: Map<number, string> } | null {
  const sections = sectionsOf(issued.content)
  // What was taken out of an annex of the full pack is not named in a core pack.
  const wasPrinted = (at: number) =>
    sections.some(section => at >= section.start && at < section.end && isIn(section.edition, edition))
  const changes = changesSince(issued.content, now).filter(({ index, was }) =>
    index === null ? wasPrinted(was ?? 0) : isPrinted(index),
  )
  if (changes.length === 0) return null
  const anchors = new Map<number, string>()
  for (const { index } of changes) {
    if (index !== null) anchors.set(index, `changed-${String(anchors.size + 1).padStart(5, '0')}`)
  }
  const title = `Changes since version ${issued.version}, issued on ${longDate(issued.on)}`
  const where = 'the change sheet'
  return {
    anchors,
    blocks: [
      { kind: 'heading', level: 2, role: 'section', runs: [{ text: title }], where },
      {
        kind: 'table',
        headerRows: 1,
        columns: 3,
        rows: [
          row(true, [[{ text: 'Where' }], [{ text: 'What changed' }], [{ text: 'Words' }]]),
          ...changes.map(change => row(false, changeCells(change, anchors))),
        ],
        where,
      },
    ],
  }
}

const WHAT = { added: 'New', changed: 'Changed', removed: 'Removed' }

function changeCells({ kind, where, words, index }: Change, anchors: Map<number, string>): Run[][] {
  const anchor = index === null ? undefined : anchors.get(index)
  const name = where[0]!.toUpperCase() + where.slice(1)
  const link = anchor === undefined ? {} : { link: { to: { anchor }, description: `Go to ${where}` } }
  return [
    [{ text: name, ...link }],
    [{ text: WHAT[kind] }],
    [{ text: shortened(words, ROW_WORDS) || 'no words' }],
  ]
}

const row = (heading: boolean, cells: Run[][]): Cell[] =>
  cells.map((runs, column) => ({
    heading,
    column,
    columns: 1,
    rows: 1,
    blocks: [{ kind: 'paragraph', runs }],
  }))
