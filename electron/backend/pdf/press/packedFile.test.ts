import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { readPdf, streamData } from '../proof/pdfFile.testkit.ts'
import { isStream } from '../proof/pdfSyntax.testkit.ts'
import { packedFile } from './packedFile.ts'
import { pdfString } from './pdfkitInternals.ts'

/** A file of one page and so many objects beside it. */
function fileWith(objects: number): Uint8Array {
  const file = packedFile('%PDF-1.7\n%\xff\xff\xff\xff\n')
  const pages = file.object({ Type: 'Pages', Count: 1 })
  const content = file.object()
  const page = file.object({ Type: 'Page', Parent: pages, MediaBox: [0, 0, 10, 10], Contents: content })
  const others = Array.from({ length: objects }, (_, i) =>
    file.object({ N: i, Text: pdfString(`Object ${i} (é)`) }),
  )
  const root = file.object({ Type: 'Catalog', Pages: pages, Others: others })
  file.object({ never: 'ended' })
  pages.data.Kids = [page]
  content.end('0 0 5 5 re f')
  for (const object of [...others, page, pages, root]) object.end()
  return file.finish({ Root: root })
}

describe.each([1, 3000])('a file with %i objects beside its page', count => {
  const bytes = fileWith(count)

  test('has them all, in object streams', () => {
    const pdf = readPdf(bytes)
    const others = pdf.list(pdf.catalog, 'Others')
    expect(others.map(other => pdf.get(other, 'N'))).toEqual(Array.from({ length: count }, (_, i) => i))
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Catalog')
    const content = pdf.get(pdf.pages[0]!.dict, 'Contents')
    expect(isStream(content) && streamData(content)).toBe('0 0 5 5 re f')
  })

  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
  test.skipIf(!hasQpdf)('is found whole by its cross-reference stream', () => {
    const file = join(temporaryFolder(), 'packed.pdf')
    writeFileSync(file, bytes)
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    expect(stdout).toContain('No syntax or stream encoding errors')
    expect(status).toBe(0)
    const shown = spawnSync('qpdf', ['--show-object=trailer', file], { encoding: 'utf8' }).stdout
    expect(shown).toMatch(/\/Root \d+ 0 R/)
    expect(spawnSync('qpdf', ['--json', file], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout).toContain(
      `Object ${count - 1} (é)`,
    )
  })
})

test('the identifier of a file tells what is in it', () => {
  const idOf = (objects: number) => readPdf(fileWith(objects)).trailer.get('ID')
  expect(idOf(2)).toEqual(idOf(2))
  expect(idOf(2)).not.toEqual(idOf(3))
})
