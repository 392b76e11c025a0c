import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { printPack } from '../index.ts'
import { readPdf, streamData } from './pdfFile.testkit.ts'
import { isDict, isRef, isStream, isString, PdfLexer, type PdfValue, wordsOf } from './pdfSyntax.testkit.ts'

test.each([
  ['[1 -2.5 .5 true null]', [1, -2.5, 0.5, true, null]],
  ['[/A /B#20C /]', ['/A', '/B C', '/']],
  ['[7 0 R 1 0 2]', [{ ref: 7 }, 1, 0, 2]],
  ['(a (b) \\( \\101\\n\\\r\nc)', { string: 'a (b) ( A\nc' }],
  ['<48 656C6C 6>', { string: 'Hell`' }],
  [
    '<</A<</B[1]>>/C(d)>>',
    new Map<string, PdfValue>([
      ['A', new Map([['B', [1]]])],
      ['C', { string: 'd' }],
    ]),
  ],
  ['% a remark\n12', 12],
])('reads %s', (text, value) => {
  expect(new PdfLexer(text).next()).toEqual(value)
})

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

test('sees the objects that qpdf sees', { timeout: 60_000 }, async ({ skip }) => {
  if (!hasQpdf) console.warn('The reader of the proofs was not compared: qpdf is not on this machine.')
  skip(!hasQpdf, 'qpdf is not on this machine')
  for (const name of ['empty', 'everything']) {
    const { bytes } = await printPack(fixturePacks[name]!())
    const file = join(temporaryFolder(), 'pack.pdf')
    writeFileSync(file, bytes)
    const { stdout } = spawnSync('qpdf', ['--json=2', '--json-key=qpdf', file], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    const seen = JSON.parse(stdout).qpdf[1] as Record<string, { value?: unknown; stream?: { dict: unknown } }>
    const { objects } = readPdf(bytes)
    expect(objects.size, name).toBeGreaterThan(20)
    for (const [number, value] of objects) {
      if (isStream(value) && ['/ObjStm', '/XRef'].includes(String(value.dict.get('Type')))) continue
      const qpdf = seen[`obj:${number} 0 R`]!
      const ours = isStream(value) ? value.dict : value
      expect(likeQpdf(ours), `${name}: object ${number}`).toEqual(
        plainStrings(qpdf.value ?? qpdf.stream?.dict),
      )
      if (isStream(value)) expect(() => streamData(value)).not.toThrow()
    }
  }
})

function likeQpdf(value: PdfValue): unknown {
  if (isRef(value)) return `${value.ref} 0 R`
  if (isString(value)) return `u:${wordsOf(value)}`
  if (Array.isArray(value)) return value.map(likeQpdf)
  if (isDict(value)) return Object.fromEntries([...value].map(([key, each]) => [`/${key}`, likeQpdf(each)]))
  return value
}

/** qpdf writes a string as its words where it can, otherwise as its bytes. */
function plainStrings(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('b:'))
    return `u:${wordsOf({ string: Buffer.from(value.slice(2), 'hex').toString('latin1') })}`
  if (Array.isArray(value)) return value.map(plainStrings)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainStrings(each)]))
  return value
}
