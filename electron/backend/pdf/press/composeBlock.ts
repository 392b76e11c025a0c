import type { Block, Heading, List, Paragraph, Run } from '../typeset/block.ts'
import { composeFields } from './composeFields.ts'
import { composeTable } from './composeTable.ts'
import { type Column, composeText } from './composeText.ts'
import type { Strip } from './strip.ts'
import {
  bulletHang,
  closeBefore,
  listItemBefore,
  numberHang,
  quotationIndent,
  ruleInk,
  styles,
  type TextStyle,
} from './style.ts'
import { element } from './tree.ts'

/** Sets one block in its column: its strips from top to bottom, and its elements under the column's parent. */
export function composeBlock(block: Block, outer: Column): Strip[] {
  const column = block.where === undefined ? outer : { ...outer, where: block.where }
  switch (block.kind) {
    case 'title':
      return composeText(block.runs, styles.title, column, element('H1', column.parent), {
        keepWithNext: true,
      })
    case 'heading':
      return composeHeading(block, column)
    case 'paragraph':
      return composeParagraph(block, column)
    case 'quotation':
      return composeQuotation(block.runs, block.inset ? indented(column, numberHang) : column)
    case 'list':
      return composeList(block, block.inset ? indented(column, numberHang) : column)
    case 'table':
      return composeTable(block, column)
    case 'fields':
      return composeFields(block.rows, column)
    case 'cover':
    case 'contents':
    case 'pageBreak':
      return []
  }
}

const indented = (column: Column, by: number): Column => ({
  ...column,
  x: column.x + by,
  width: column.width - by,
})

function composeHeading({ level, role, runs }: Heading, column: Column): Strip[] {
  const strips = composeText(runs, headingStyle(level, role), column, element(`H${level}`, column.parent), {
    keepWithNext: true,
  })
  // A heading is kept whole and with what follows.
  for (const strip of strips) strip.keepWithNext = true
  if (role === 'annex') strips[0]!.startsPage = true
  return strips
}

function headingStyle(level: number, role: Heading['role']): TextStyle {
  if (role === 'annex') return styles.annexTitle
  if (role === 'source') return styles.sourceTitle
  return styles.headings[Math.min(level - 2, styles.headings.length - 1)]!
}

function composeParagraph({ runs, label, tone, keepWithNext, close }: Paragraph, column: Column): Strip[] {
  const style = tone === 'quiet' ? styles.quiet : tone === 'strong' ? styles.strong : styles.body
  const before = close ? closeBefore : style.before
  const paragraph = element('P', column.parent)
  if (label === undefined) {
    return composeText(runs, { ...style, before }, column, paragraph, { keepWithNext })
  }
  const number = { runs: [{ text: `${label} ` }], x: column.x, element: element('Lbl', paragraph) }
  const hang = Math.max(numberHang, widthOf(number.runs, column) + 4)
  return composeText(runs, { ...style, before }, indented(column, hang), paragraph, {
    label: number,
    keepWithNext,
  })
}

/** A rule at the left, no box. */
function composeQuotation(runs: Run[], outer: Column): Strip[] {
  const quotation = element('BlockQuote', outer.parent)
  const column = { ...indented(outer, quotationIndent), parent: quotation }
  const strips = composeText(runs, styles.body, column, element('P', quotation))
  for (const strip of strips) {
    strip.rules.push({ x: outer.x + 4, y: 0, width: 2, height: strip.height, colour: ruleInk })
  }
  return strips
}

function composeList({ numbering, items }: List, column: Column): Strip[] {
  const list = element('L', column.parent, { O: 'List', ListNumbering: numbering })
  const widest = Math.max(...items.map(({ label }) => widthOf(label, column)))
  const hang = Math.max(bulletHang, widest + 7)
  return items.flatMap(({ label, blocks }, i) => {
    const item = element('LI', list)
    const hanging = { runs: [...label, { text: ' ' }], x: column.x, element: element('Lbl', item) }
    const body = { ...indented(column, hang), parent: element('LBody', item) }
    const [first, ...rest] = blocks
    const opening = first?.kind === 'paragraph' ? first : { kind: 'paragraph' as const, runs: [] }
    const where = opening.where ?? column.where
    const before = i === 0 ? styles.body.before : listItemBefore
    const strips = composeText(
      opening.runs,
      { ...styles.body, before },
      { ...body, where },
      element('P', body.parent),
      {
        label: hanging,
        keepWithNext: opening.keepWithNext || (rest[0]?.kind === 'paragraph' && rest[0].close),
      },
    )
    const others = first?.kind === 'paragraph' ? rest : blocks
    return [...strips, ...others.flatMap(block => composeBlock(block, body))]
  })
}

function widthOf(runs: Run[], column: Column): number {
  return composeText(runs, styles.body, { ...column, width: Number.POSITIVE_INFINITY }, column.parent)[0]!
    .lines[0]!.line.width
}
