import type { PdfFile } from './pdfFile.testkit.ts'
import { attribute, childrenOf, type StructureElement } from './structureTree.testkit.ts'

/** What is wrong with one table: its groups of rows, its cells, and what its headings are headings of. */
export function tableFaults(pdf: PdfFile, table: StructureElement): string[] {
  const groups = childrenOf(table).filter(({ tag }) => tag !== 'Caption')
  const count = (tag: string) => groups.filter(group => group.tag === tag).length
  const faults: string[] = []
  if (count('THead') > 1 || count('TFoot') > 1) faults.push('a table with two heads or feet (7.2-11)')
  if (count('THead') + count('TFoot') > 0 && count('TBody') === 0)
    faults.push('a table without its body (7.2-13)')
  if (count('TR') > 0 && count('TR') < groups.length) faults.push('rows beside groups of rows (7.2-14)')
  const rows = groups.flatMap(group => (group.tag === 'TR' ? [group] : childrenOf(group)))
  if (rows.length === 0) faults.push('a table without rows')
  return [...faults, ...gridFaults(pdf, rows), ...headingFaults(pdf, rows)]
}

/** Every place is covered by one cell, so that each row has as many (7.2-41 to 7.2-43). */
function gridFaults(pdf: PdfFile, rows: StructureElement[]): string[] {
  const taken: boolean[][] = rows.map(() => [])
  const faults: string[] = []
  rows.forEach((row, r) => {
    let column = 0
    for (const cell of childrenOf(row)) {
      while (taken[r]![column]) column++
      const [across, down] = [span(pdf, cell, 'ColSpan'), span(pdf, cell, 'RowSpan')]
      for (let y = r; y < r + down; y++) {
        for (let x = column; x < column + across; x++) {
          if (!taken[y]) faults.push('a cell that reaches below its table (7.2-42)')
          else if (taken[y]![x]) faults.push('a place with two cells (7.2-43)')
          else taken[y]![x] = true
        }
      }
    }
  })
  const widths = new Set(taken.map(places => places.filter(Boolean).length))
  const isWhole = widths.size <= 1 && taken.every(places => !places.includes(undefined as never))
  return isWhole ? faults : [...faults, `rows of ${[...widths].join(' and ')} cells (7.2-41)`]
}

const span = (pdf: PdfFile, cell: StructureElement, name: 'ColSpan' | 'RowSpan'): number =>
  Number(attribute(pdf, cell, name) ?? 1)

function headingFaults(pdf: PdfFile, rows: StructureElement[]): string[] {
  return rows.flatMap(childrenOf).flatMap(cell => {
    const scope = attribute(pdf, cell, 'Scope')
    if (cell.tag === 'TH' && scope !== '/Row' && scope !== '/Column' && scope !== '/Both')
      return ['a heading cell without its scope (7.5-1)']
    return cell.tag === 'TD' && scope !== null ? ['a cell of data with a scope'] : []
  })
}
