import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ImportLine } from '../../../shared/contract/index.ts'
import { reportCsv } from './reportCsv.ts'

const line = (some: Partial<ImportLine>): ImportLine => ({
  path: 'a.txt',
  outcome: 'added',
  articleId: 'a1',
  title: 'A title',
  reason: null,
  ...some,
})

it('begins with the byte order mark and a line of names, and keeps commas, quotes and lines in one cell', () => {
  expect(reportCsv([line({ title: 'Boats, “again”', reason: 'One "line"\nand another' })], 0)).toBe(
    '\uFEFFOutcome,Title,File,Reason,Article\r\nAdded,"Boats, “again”",a.txt,"One ""line""\nand another",a1\r\n',
  )
})
it('says how many were not read', () => {
  expect(reportCsv([], 12)).toContain('\r\nNot read,,,"12 not read, because adding was cancelled",\r\n')
})
it('writes no cell that a spreadsheet would take for a formula, and loses nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'x'), fc.string(), (sign, rest) => {
      const title = sign + rest
      const [, row] = cells(reportCsv([line({ title, path: title })], 0))
      for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(row![1]!.replace(sign === 'x' ? '' : /^'/, '')).toBe(title)
    }),
  )
})

/** Reads CSV (RFC 4180) back. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]]
  let at = 1
  while (at < csv.length) {
    let cell = ''
    if (csv[at] === '"') {
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        cell += csv[at]
        if (csv[at] === '"') at += 1
      }
      at += 1
    } else for (; csv[at] !== ',' && !csv.startsWith('\r\n', at); at += 1) cell += csv[at]
    rows.at(-1)!.push(cell)
    if (csv[at] === ',') at += 1
    else {
      at += 2
      rows.push([])
    }
  }
  return rows
}
