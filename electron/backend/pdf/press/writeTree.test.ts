import { expect, test } from 'vitest'
import { nameTree } from '../proof/destinations.testkit.ts'
import { readPdf } from '../proof/pdfFile.testkit.ts'
import { openDocument } from './openDocument.ts'
import { writeTree } from './writeTree.ts'

test.each([0, 1, 256, 257, 5000])('a tree of %i names is found again, leaf by leaf', count => {
  const pack = { title: '', author: '', marking: '', handling: [], date: '2027-01-09T10:30:00Z', blocks: [] }
  const document = openDocument(pack)
  document.addPage()
  const entries = Array.from({ length: count }, (_, i): [string, unknown] => [
    `n${String(i).padStart(5, '0')}`,
    [i],
  ])
  document._root.data.Names.data.Dests = writeTree(document, 'Names', entries)
  document.end()
  const pdf = readPdf(document.bytes)
  const root = pdf.get(pdf.catalog, 'Names', 'Dests')
  const found = nameTree(pdf, root)
  expect([...found]).toEqual(entries)
  for (const leaf of pdf.list(root, 'Kids')) expect(pdf.list(leaf, 'Names').length).toBeLessThanOrEqual(512)
})
