import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames, hostilyNamedZip } from '../fixtures/hostile/hostileNames.ts'
import { safeName } from './safeName.ts'
import { unpackAll } from './unpack.testkit.ts'

describe('a stranger’s name as labels', () => {
  it.each([
    ['week 2/report.pdf', ['week 2', 'report.pdf']],
    ['../../etc/passwd', ['__', '__', 'etc', 'passwd']],
    ['\\\\server\\share\\x.txt', ['server', 'share', 'x.txt']],
    ['C:\\Users\\x.txt', ['C_', 'Users', 'x.txt']],
    ['notes.txt:hidden', ['notes.txt_hidden']],
    ['con.txt', ['_con.txt']],
    ['contents.txt', ['contents.txt']],
    ['x.txt. . ', ['x.txt']],
    ['invoice\u202excod.txt', ['invoice[U+202E]xcod.txt']],
    ['ring\u0007.txt', ['ring[U+0007].txt']],
    ['Ame\u0301lie', ['Am\u00e9lie']],
    ['/./', []],
  ])('%j', (written, labels) => {
    expect(safeName(written)).toEqual(labels)
  })

  it('keeps the ending of a name that is too long', () => {
    const [label] = safeName(`${'x'.repeat(3000)}.docx`)
    expect(label!.length).toBeLessThanOrEqual(200)
    expect(label!.endsWith('.docx')).toBe(true)
  })
})

const isHarmless = (label: string): boolean =>
  !/[\\/:\p{Cc}\u202a-\u202e\u2066-\u2069]|^\.{1,2}$|[. ]$|^(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)/iu.test(
    label,
  ) &&
  label.isWellFormed() &&
  label === label.normalize('NFC')

it('makes each of 500 hostile names, and any other, harmless', () => {
  expect(hostileNames()).toHaveLength(500)
  for (const name of hostileNames()) expect(safeName(name).every(isHarmless)).toBe(true)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), name => {
      expect(safeName(name).every(isHarmless)).toBe(true)
    }),
  )
})

it('gives every text of a zip under such names, no two paths alike', async () => {
  const members = await unpackAll(hostilyNamedZip())
  const paths = new Set(members.map(({ path }) => path.toLowerCase()))
  expect(paths.size).toBe(members.length)
  expect(members.every(({ refused }) => refused === undefined)).toBe(true)
  const passedOver = hostileNames().filter(name => /[\\/]$|[\\/]\.[^.\\/]|^\.[^.\\/]/.test(name))
  expect(members).toHaveLength(500 - passedOver.length)
  for (const { path } of members) expect(path.split('/').every(isHarmless)).toBe(true)
})
