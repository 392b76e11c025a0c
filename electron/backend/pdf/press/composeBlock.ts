import type { Block, List, Paragraph, Quotation, Run } from '../typeset/block.ts'
import { measure } from './breakLines.ts'
import { composeFields } from './composeFields.ts'
import { composeHeading } from './composeHeading.ts'
import { composeTable } from './composeTable.ts'
import { type Column, composeText } from './composeText.ts'
import type { Strip } from './strip.ts'
import {
  bulletHang,
  closeBefore,
  listItemBefore,
  numberHangs,
  quotationIndent,
  ruleInk,
  styles,
} from './style.ts'
import { element } from './tree.ts'

/**
 * Sets one block in its column: its strips from top to bottom, and its elements under the column's parent. What opens
 * pages, the cover and the contents are set by `composePack`.
 */
export function composeBlock(block: Block, outer: Column): Strip[] {
  const strips = composed(block, block.where === undefined ? outer : { ...outer, where: block.where })
  if (block.origin !== undefined && strips[0]) strips[0].origin ??= block.origin
  if (block.notice !== undefined) for (const strip of strips) strip.notice ??= block.notice
  return strips
}

function composed(block: Block, column: Column): Strip[] {
  switch (block.kind) {
    case 'title':
      return composeText(block.runs, styles.title, column, element(block.again ? 'P' : 'H1', column.parent), {
        keepWithNext: true,
      })
    case 'heading':
      return composeHeading(block, column)
    case 'paragraph':
      return composeParagraph(block, column)
    case 'quotation':
      return composeQuotation(block, insetBy(block.inset, column))
    case 'list':
      return composeList(block, insetBy(block.inset, column))
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

/** The column of the words of a numbered paragraph of this depth; 0 is the margin. */
const insetBy = (depth: number | boolean | undefined, column: Column): Column =>
  indented(
    column,
    numberHangs.slice(0, Number(depth ?? 0)).reduce((sum, hang) => sum + hang, 0),
  )

function composeParagraph(
  { runs, label, depth = 1, tone, keepWithNext, close }: Paragraph,
  outer: Column,
): Strip[] {
  const style = tone === 'quiet' ? styles.quiet : tone === 'strong' ? styles.strong : styles.body
  const before = close ? closeBefore : style.before
  const paragraph = element('P', outer.parent)
  if (label === undefined) {
    return composeText(runs, { ...style, before }, outer, paragraph, { keepWithNext })
  }
  const column = insetBy(depth - 1, outer)
  const number = { runs: [{ text: `${label} ` }], x: column.x, element: element('Lbl', paragraph) }
  const hang = Math.max(numberHangs[depth - 1]!, widthOf([{ text: label }], column) + 4)
  return composeText(runs, { ...style, before }, indented(column, hang), paragraph, {
    label: number,
    keepWithNext,
  })
}

/** A rule at the left, no box. */
function composeQuotation({ runs, keepWithNext }: Quotation, outer: Column): Strip[] {
  const quotation = element('BlockQuote', outer.parent)
  const column = { ...indented(outer, quotationIndent), parent: quotation }
  const strips = composeText(runs, styles.body, column, element('P', quotation), { keepWithNext })
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
    if (opening.origin !== undefined) strips[0]!.origin = opening.origin
    const others = first?.kind === 'paragraph' ? rest : blocks
    return [...strips, ...others.flatMap(block => composeBlock(block, body))]
  })
}

function widthOf(runs: Run[], column: Column): number {
  return measure(runs, styles.body, column.setWord, column.where).widest
}
