import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../shared/contract/failure.ts'
import {
  deepArchives,
  deepFolders,
  lyingSizes,
  manyEntries,
  nestedBomb,
  oddMembers,
  overlappingBomb,
  oversizedMember,
} from '../fixtures/hostile/zipBombs.ts'
import { zipBytes } from '../fixtures/hostile/zipBytes.ts'
import { type Member, unpackLimits } from './member.ts'
import { linesOf, unpackAll } from './unpack.testkit.ts'
import { unpackSource } from './unpackSource.ts'

const fixture = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
})
const words = (text: string): Uint8Array => new TextEncoder().encode(text)
const total = (members: readonly Member[]): number =>
  members.reduce((sum, { bytes }) => sum + bytes.length, 0)

describe('archives that other programs made', () => {
  it('reads one of Info-ZIP, with folders, a link, accents and what the Mac leaves', async () => {
    expect(linesOf(await unpackAll(fixture('info-zip.zip')))).toEqual([
      'info-zip.zip/cuttings/harbour.txt = The harbour board met on Monday.\n',
      'info-zip.zip/cuttings/week 2/Amélie’s notes.txt = The quay wall is to be mended.\n',
    ])
  })

  it('reads an archive in an archive of Python, and says which member has a password', async () => {
    const lines = linesOf(await unpackAll(fixture('python.zip')))
    expect(lines.slice(0, 2)).toEqual([
      'python.zip/first.txt = First text.\n',
      'python.zip/inner.zip/deep/second.txt = Second text.\n',
    ])
    expect(linesOf(await unpackAll(fixture('password.zip')))).toEqual([
      'password.zip/secret.txt = secret.txt was not imported: it is protected by a password. Open the archive with its password, and import the file by itself.',
      'password.zip/open.txt = Words for everybody.\n',
    ])
  })
})

describe('one bad member', () => {
  it('does not stop the good ones beside it, whatever the headers claim', async () => {
    const members = await unpackAll(lyingSizes())
    expect(members.map(({ path, refused }) => [path, refused === undefined])).toEqual([
      ['lying.zip/before.txt', true],
      ['lying.zip/claims less.txt', false],
      ['lying.zip/claims more.txt', false],
      ['lying.zip/claims all.txt', false],
      ['lying.zip/stored less.txt', false],
      ['lying.zip/stored more.txt', false],
      ['lying.zip/after.txt', true],
    ])
    expect(members[1]!.refused).toMatch(/^claims less\.txt was not imported: .*damaged.*import that copy/)
  })

  it('is too large on its own', async () => {
    const lines = linesOf(await unpackAll(oversizedMember()))
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/huge\.txt was not imported: it is larger than 64 MB/)
    expect(lines[2]).toMatch(/after\.txt = Plain words/)
  })

  it('has a checksum that its bytes do not have', async () => {
    const bytes = zipBytes([
      { name: 'a.txt', data: words('alpha'), isStored: true },
      { name: 'b.txt', data: words('beta') },
    ])
    bytes[Buffer.from(bytes).indexOf('alpha')] = 0x41
    const lines = linesOf(await unpackAll({ name: 'x.zip', bytes }))
    expect(lines[0]).toMatch(/damaged/)
    expect(lines[1]).toBe('x.zip/b.txt = beta')
  })

  it('is passed over when nobody made it, and refused when it is locked', async () => {
    expect(linesOf(await unpackAll(oddMembers()))).toEqual([
      'odd.zip/before.txt = Plain words in before.txt, to be kept.',
      expect.stringMatching(/secret\.txt was not imported: it is protected by a password/),
      'odd.zip/folder/after.txt = Plain words in folder/after.txt, to be kept.',
    ])
  })

  it('is an archive that is damaged', async () => {
    const inner = zipBytes([{ name: 'a.txt', data: words('alpha') }])
    const bytes = zipBytes([
      { name: 'broken.zip', data: inner.subarray(0, inner.length - 10) },
      { name: 'b.txt', data: words('beta') },
    ])
    const lines = linesOf(await unpackAll({ name: 'x.zip', bytes }))
    expect(lines[0]).toMatch(/^x\.zip\/broken\.zip = broken\.zip was not imported: the archive is damaged/)
    expect(lines[1]).toBe('x.zip/b.txt = beta')
  })
})

describe('bombs end with a refusal, the good members before them kept', () => {
  it.each([
    ['archives in archives', nestedBomb(), /more than 256 MB unpacked/],
    ['entries on the same bytes', overlappingBomb(), /more than 256 MB unpacked/],
    ['many entries', manyEntries(), /more than 2000 files/],
  ])(
    '%s',
    async (_, bomb, reason) => {
      const members = await unpackAll(bomb)
      const refusals = members.filter(({ refused }) => refused)
      expect(refusals).toHaveLength(1)
      expect(refusals[0]!.refused).toMatch(reason)
      expect(refusals[0]!.path).toBe(bomb.name)
      expect(total(members)).toBeLessThanOrEqual(unpackLimits.whole)
      expect(members[0]!.refused).toBeUndefined()
      expect(members.length).toBeLessThanOrEqual(unpackLimits.members + 1)
    },
    60_000,
  )

  it('archives nested too deep', async () => {
    const members = await unpackAll(deepArchives())
    expect(members.filter(({ refused }) => !refused)).toHaveLength(unpackLimits.depth - 1)
    expect(members.filter(({ refused }) => refused).map(({ refused }) => refused)).toEqual([
      expect.stringMatching(/more than 64 folders and archives deep/),
      expect.stringMatching(/more than 64 folders and archives deep/),
    ])
  })

  it('folders nested too deep', async () => {
    const lines = linesOf(await unpackAll(deepFolders()))
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/deep\.txt was not imported: it lies more than 64/)
    expect(lines[2]).toMatch(/after\.txt = Plain words/)
  })
})

it('waits for each member to be dealt with before it takes out the next', async () => {
  let waiting = 0
  const names = Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, data: words(`Text ${i}`) }))
  await unpackSource({ name: 'x.zip', bytes: zipBytes(names) }, async () => {
    expect(++waiting).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 1))
    waiting--
  })
})

it('lets what the taker throws through, in an inner archive as well', async () => {
  const inner = zipBytes([{ name: 'a.txt', data: words('alpha') }])
  const bytes = zipBytes([{ name: 'in.zip', data: inner }])
  const cancelled = new Failure('cancelled', 'Cancelled.')
  await expect(unpackSource({ name: 'x.zip', bytes }, () => Promise.reject(cancelled))).rejects.toBe(
    cancelled,
  )
})

it('refuses an archive that is damaged as a whole, and an OpenDocument file, in words', async () => {
  const bytes = zipBytes([{ name: 'a.txt', data: words('alpha') }]).subarray(0, 60)
  await expect(unpackAll({ name: 'cut.zip', bytes })).rejects.toThrow(
    /^cut\.zip was not imported: the archive is damaged/,
  )
  const data = words('application/vnd.oasis.opendocument.text')
  const odt = zipBytes([{ name: 'mimetype', data, isStored: true }])
  await expect(unpackAll({ name: 'paper.odt', bytes: odt })).rejects.toThrow(/OpenDocument.*\.docx or PDF/)
})

it('ends with members or a Failure, whichever bytes are changed', async () => {
  const sound = zipBytes([
    { name: 'a.txt', data: words('alpha '.repeat(20)) },
    { name: 'in.zip', data: zipBytes([{ name: 'b.txt', data: words('beta') }]) },
  ])
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async changes => {
      const bytes = sound.slice()
      for (const [at, value] of changes) bytes[at] = value
      bytes[0] = 0x50
      try {
        for (const { bytes: own } of await unpackAll({ name: 'x.zip', bytes }))
          expect(own.buffer.byteLength).toBe(own.byteLength)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 500 },
  )
}, 60_000)
