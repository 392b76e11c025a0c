import type { Run } from '../typeset/block.ts'
import { type Column, composeText } from './composeText.ts'
import type { Strip } from './strip.ts'
import { closeBefore, fieldNameWidth, hairlineInk, styles } from './style.ts'
import { element } from './tree.ts'

/** The To, From, Date block: a table of two columns whose left cells are row headings, between two rules. */
export function composeFields(rows: { name: string; runs: Run[] }[], column: Column): Strip[] {
  const table = element('Table', column.parent)
  const rule = (y: number) => ({ x: column.x, y, width: column.width, height: 0.75, colour: hairlineInk })
  return rows.flatMap(({ name, runs }, i) => {
    const row = element('TR', table)
    const label = {
      runs: [{ text: `${name} `, bold: true }],
      x: column.x,
      element: element('TH', row, { O: 'Table', Scope: 'Row' }),
    }
    const cell = {
      ...column,
      x: column.x + fieldNameWidth,
      width: column.width - fieldNameWidth,
      parent: element('TD', row),
    }
    const style = { ...styles.body, before: i === 0 ? 18 : closeBefore }
    const strips = composeText(runs, style, cell, element('P', cell.parent), { label })
    if (i === 0) strips[0]!.rules.push(rule(-8))
    if (i === rows.length - 1) strips.at(-1)!.rules.push(rule(strips.at(-1)!.height + 7))
    else strips.at(-1)!.keepWithNext = true
    if (i === rows.length - 1) strips.at(-1)!.height += 8
    return strips
  })
}
