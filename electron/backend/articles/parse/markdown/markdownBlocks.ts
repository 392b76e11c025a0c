import type { BlockKind } from '../../../../../shared/contract/article.ts'
import type { DraftBlock } from '../draftBlock.ts'
import { inlineWords } from './inlineWords.ts'
import { closesFence, fenceOf, isRule, markersOf, setextMark } from './markdownLines.ts'

/**
 * The blocks of a Markdown text (CommonMark 0.31, tables and footnotes as GitHub writes them), in one pass over its
 * lines. Own code, because blocks are flat here and the parsers that nest them take quadratic time over deep nesting.
 */
export function markdownBlocks(text: string): DraftBlock[] {
  const lines = text.replaceAll('\t', '    ').split('\n')
  const labels = definedLabels(lines)
  const blocks: DraftBlock[] = []
  let words: string[] = []
  let kind: BlockKind = 'paragraph'
  let inList = false
  const add = (as: BlockKind, written: string): void => {
    const shown = inlineWords(written, labels)
    if (shown) blocks.push({ kind: as, text: shown })
  }
  const finish = (as = kind): void => {
    if (words.length > 0) add(as, words.join('\n'))
    words = []
    kind = 'paragraph'
  }

  for (let i = 0; i < lines.length; i++) {
    const { quoted, item, indent, rest } = markersOf(lines[i]!)
    const fence = item ? null : fenceOf(rest, indent)
    const heading = /^#{1,6}(?: |$)/.exec(rest)
    if (!rest && !item) finish()
    else if (fence) {
      finish()
      i = readCode(lines, i + 1, fence, blocks)
    } else if (!item && words.length > 0 && kind === 'paragraph' && setextMark.test(rest)) finish('heading')
    else if (isRule(rest)) finish()
    else if (heading && indent < 4) {
      finish()
      add('heading', withoutClosingMarks(rest.slice(heading[0].length)))
    } else if (!item && isTable(rest, lines[i + 1])) {
      finish()
      i = readTable(lines, i, labels, blocks)
    } else if (isDefinition(rest)) finish()
    else {
      const startsItem = item || (quoted && kind !== 'quotation' && kind !== 'listItem')
      if (startsItem) finish()
      if (words.length === 0) {
        inList = item || (inList && indent >= 2)
        kind = item ? 'listItem' : quoted ? 'quotation' : 'paragraph'
        if (kind === 'paragraph' && indent >= 4 && !inList) {
          blocks.push({ kind, text: rest.trim() })
          continue
        }
      }
      words.push(rest)
    }
  }
  finish()
  return blocks
}

/** Each line of code is a paragraph, as it is written. Gives the line that ends it. */
function readCode(lines: readonly string[], from: number, fence: string, blocks: DraftBlock[]): number {
  let i = from
  for (; i < lines.length && !closesFence(lines[i]!, fence); i++) {
    const text = markersOf(lines[i]!, false).rest.trim()
    if (text) blocks.push({ kind: 'paragraph', text })
  }
  return i
}

const delimiterRow = /^\|?\s{0,1000}:?-{1,1000}:?\s{0,1000}(?:\|[\s:-]{0,10000})*$/

function isTable(rest: string, next: string | undefined): boolean {
  if (!rest.includes('|') || next === undefined || next.length > 10_000) return false
  const under = markersOf(next, false).rest
  return under.includes('-') && under.includes('|') && /^[\s|:-]+$/.test(under) && delimiterRow.test(under)
}

/** Rows as lines, a tab between cells. Gives the table's last line. */
function readTable(
  lines: readonly string[],
  from: number,
  labels: ReadonlySet<string>,
  blocks: DraftBlock[],
): number {
  const rows: string[] = []
  let i = from
  for (; i < lines.length; i++) {
    const { rest } = markersOf(lines[i]!, false)
    if (i === from + 1) continue
    if (!rest.includes('|')) break
    const cells = rest.replaceAll('\\|', '\u0001').split('|')
    if (!cells[0]!.trim()) cells.shift()
    if (!cells.at(-1)?.trim()) cells.pop()
    rows.push(cells.map(cell => inlineWords(cell.replaceAll('\u0001', '|'), labels)).join('\t'))
  }
  const text = rows.filter(row => row.trim()).join('\n')
  if (text) blocks.push({ kind: 'table', text })
  return i - 1
}

/** `[label]: address`, which no reader sees. A footnote, `[^1]: words`, is read. */
const definition = /^\[(?!\^)([^[\]]{1,300})\]:\s{0,20}\S/

const isDefinition = (line: string): boolean => definition.test(line)

function definedLabels(lines: readonly string[]): Set<string> {
  const labels = new Set<string>()
  for (const line of lines) {
    const label = definition.exec(line.slice(0, 400).trimStart())?.[1]
    if (label) labels.add(label.toLowerCase())
  }
  return labels
}

function withoutClosingMarks(heading: string): string {
  const line = heading.trim()
  let end = line.length
  while (line[end - 1] === '#') end--
  return end === 0 || line[end - 1] === ' ' ? line.slice(0, end) : line
}
