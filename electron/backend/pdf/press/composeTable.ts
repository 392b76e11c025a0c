import type { Cell, Run, Table } from '../typeset/block.ts'
import { composeRows } from './composeRows.ts'
import { type Column, composeText } from './composeText.ts'
import type { Rule, Strip } from './strip.ts'
import { captionGap, ruleInk, styles } from './style.ts'
import { gridOf } from './tableGrid.ts'
import { element, type StructureElement } from './tree.ts'

/** Sets a table: its caption, hairlines between rows, a rule under the header, which is repeated on each page. */
export function composeTable(table: Table, column: Column): Strip[] {
  if (table.rows.length === 0) return []
  const structure = element('Table', column.parent)
  const caption = table.caption ? composeCaption(table.caption, column, structure) : []
  const grid = gridOf(table, column)
  const rows = (from: number, to: number, parent: StructureElement): Strip[] =>
    rowGroups(table.rows, from, to).flatMap(group => composeRows(group, table, grid, column, parent))
  const head = table.headerRows === 0 ? [] : rows(0, table.headerRows, element('THead', structure))
  const body = rows(table.headerRows, table.rows.length, element('TBody', structure))
  const line = (y: number, height: number, colour: Rule['colour']): Rule => ({
    x: column.x,
    y,
    width: column.width,
    height,
    colour,
  })
  for (const strip of head) strip.keepWithNext = true
  head.at(-1)?.rules.push(line(head.at(-1)!.height - 1, 1, ruleInk))
  for (const strip of body) if (head.length > 0) strip.header = head
  const strips = [...head, ...body]
  strips[0]!.before = caption.length > 0 ? captionGap : styles.body.before
  strips.at(-1)!.rules.push(line(strips.at(-1)!.height, 0.75, ruleInk))
  strips.at(-1)!.height += 6
  return [...caption, ...strips]
}

/** The first child of its table (PDF/UA-1, 7.2), on the page of the table's first row. */
function composeCaption(runs: Run[], column: Column, table: StructureElement): Strip[] {
  const parent = element('Caption', table)
  const strips = composeText(runs, styles.caption, { ...column, parent }, element('P', parent))
  for (const strip of strips) strip.keepWithNext = true
  return strips
}

/** Rows that share a cell stand or fall together. */
function rowGroups(rows: Cell[][], from: number, to: number): Cell[][][] {
  const groups: Cell[][][] = []
  let until = from
  for (let r = from; r < to; r++) {
    if (r >= until) groups.push([])
    groups.at(-1)!.push(rows[r]!)
    until = Math.max(until, r + 1, ...rows[r]!.map(cell => r + cell.rows))
  }
  return groups
}
