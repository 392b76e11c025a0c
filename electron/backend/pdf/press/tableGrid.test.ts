import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../typeset/block.ts'
import { gridOf } from './tableGrid.ts'
import { element } from './tree.ts'

const column = {
  x: 72,
  width: 450,
  parent: element('Document', null),
  where: 'here',
  // Ten points a letter.
  setWord: (text: string) => [{ font: {} as never, codes: text, width: (text.length * 10_000) / 12 }],
}
const cell = (at: number, columns: number, text: string): Cell => ({
  heading: false,
  column: at,
  columns,
  rows: 1,
  blocks: [{ kind: 'paragraph', runs: [{ text }] }],
})
const table = (columns: number, ...rows: Cell[][]): Table => ({ kind: 'table', headerRows: 0, columns, rows })

const widthOf = ({ column: at, columns }: Cell, grid: ReturnType<typeof gridOf>): number =>
  grid.edges[at + columns]! - grid.gutter - grid.edges[at]!

test('a cell over columns that no cell has for itself has room for its words', () => {
  const wide = cell(1, 2, 'afternoons')
  const grid = gridOf(table(3, [cell(0, 1, 'on'), wide], [cell(0, 1, 'off'), wide]), column)
  expect(widthOf(wide, grid)).toBeGreaterThanOrEqual(100)
})

test('and so has one that is wider than what stands below it', () => {
  const wide = cell(0, 2, 'a'.repeat(30))
  const long = 'many words that could fill a line or two of the page with nothing in them at all'
  const rows = [
    [wide, cell(2, 1, long)],
    [cell(0, 1, 'a'), cell(1, 1, 'b'), cell(2, 1, long)],
  ]
  expect(widthOf(wide, gridOf(table(3, ...rows), column))).toBeGreaterThanOrEqual(300)
})

test('however many columns there are, they stand beside each other within the width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.boolean(), (columns, isOne) => {
      const row = isOne
        ? [cell(0, columns, 'words')]
        : Array.from({ length: columns }, (_, i) => cell(i, 1, 'words'))
      const { edges, gutter } = gridOf(table(columns, row), column)
      expect(edges.at(-1)! - gutter).toBeCloseTo(522)
      for (const [i, edge] of edges.slice(1).entries()) expect(edge).toBeGreaterThan(edges[i]!)
    }),
  )
})
