import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../shared/contract/fault.ts'
import {
  gzipBomb,
  httpAnswer,
  lyingLength,
  passedOverBomb,
  warcRecord,
} from '../fixtures/hostile/warcBombs.ts'
import { zipBytes } from '../fixtures/hostile/zipBytes.ts'
import { unpackLimits } from './member.ts'
import { linesOf, unpackAll } from './unpack.testkit.ts'

const fixture = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
})

describe.each(['wget.warc.gz', 'warcio.warc'])('%s', name => {
  it('gives its pages with address and moment, and nothing else', async () => {
    const members = await unpackAll(fixture(name))
    const site = `${name}/127.0.0.1_8766`
    expect(members.map(({ path, url, mediaType }) => [path, url, mediaType])).toEqual([
      [`${site}/index.html`, 'http://127.0.0.1:8766/index.html', 'text/html; charset=utf-8'],
      [`${site}/notes.txt`, 'http://127.0.0.1:8766/notes.txt', 'text/plain'],
      [`${site}/about`, 'http://127.0.0.1:8766/about', 'text/html'],
    ])
    for (const { capturedAt } of members) expect(capturedAt).toMatch(/^2026-11-25T\d\d:\d\d:\d\d\.\d{3}Z$/)
    const lines = linesOf(members)
    expect(lines[0]).toContain('<p>Passengers’ groups welcomed the change')
    expect(lines[2]).toBe(`${site}/about = <p>About the harbour board, in café words.</p>`)
  })
})

const words = Buffer.from('<p>Plain words.</p>')
const one = async (http: Uint8Array, fields?: Record<string, string>): Promise<string[]> =>
  linesOf(await unpackAll({ name: 'x.warc', bytes: warcRecord('https://a.example/p?q=1', http, fields) }))

it.each([
  ['a packed page', httpAnswer(gzipSync(words), { 'Content-Encoding': 'gzip' })],
  ['a page packed by Brotli', httpAnswer(brotliCompressSync(words), { 'Content-Encoding': 'br' })],
  [
    'a page unpacked by its archiver',
    httpAnswer(words, { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' }),
  ],
  [
    'a page without a type',
    httpAnswer(Buffer.concat([Buffer.from('<html>'), words]), { 'Content-Type': '' }),
  ],
])('%s is given as it is read', async (_, http) => {
  expect(await one(http)).toEqual([expect.stringMatching(/^x\.warc\/a\.example\/p\?q=1 = .*Plain words/)])
})

it.each([
  ['a page not found', httpAnswer(words, {}, '404 Not Found'), {}],
  ['a script', httpAnswer(words, { 'Content-Type': 'text/javascript' }), {}],
  ['a request', httpAnswer(words), { 'WARC-Type': 'request' }],
  ['a page seen before', httpAnswer(words), { 'WARC-Type': 'revisit' }],
  ['an answer to a name server', httpAnswer(words), { 'WARC-Target-URI': 'dns:a.example' }],
  ['no answer at all', words, {}],
  ['bytes without a type', httpAnswer(Buffer.of(1, 2, 3), { 'Content-Type': '' }), {}],
])('%s is passed over', async (_, http, fields) => {
  expect(await one(http, fields)).toEqual([])
})

it('a page packed in an unknown way, or cut off, is refused in words', async () => {
  expect((await one(httpAnswer(words, { 'Content-Encoding': 'zstd' })))[0]).toMatch(/packed in a way/)
  const cut = gzipSync(words).subarray(0, 20)
  expect((await one(httpAnswer(cut, { 'Content-Encoding': 'gzip' })))[0]).toMatch(/damaged or incomplete/)
})

describe('bombs', () => {
  it('a page that grows is refused, those beside it are kept', async () => {
    const lines = linesOf(await unpackAll(gzipBomb()))
    expect(lines).toEqual([
      expect.stringMatching(/a\.example = <p>Plain words/),
      expect.stringMatching(/bomb\.example was not imported: it is larger than 64 MB/),
      expect.stringMatching(/z\.example = <p>Plain words/),
    ])
  })

  it('what is passed over counts as well', async () => {
    const lines = linesOf(await unpackAll(passedOverBomb()))
    expect(lines).toEqual([
      expect.stringMatching(/a\.example = <p>Plain words/),
      expect.stringMatching(/The rest of pictures\.warc\.gz was not imported: it holds more than 256 MB/),
    ])
    expect(unpackLimits.whole).toBe(256 * 1024 * 1024)
  })

  it('a length that lies ends the archive, what came before is kept', async () => {
    const lines = linesOf(await unpackAll(lyingLength()))
    expect(lines).toEqual([
      expect.stringMatching(/a\.example = <p>Plain words/),
      expect.stringMatching(/liar\.example was not imported: the archive ends in the midst of it/),
    ])
  })
})

it('an archive that breaks off says so; one that never began is refused', async () => {
  const sound = warcRecord('https://a.example/', httpAnswer(words))
  const broken = Buffer.concat([sound, Buffer.from('NOT A RECORD\r\n\r\n')])
  expect(linesOf(await unpackAll({ name: 'x.warc', bytes: broken }))).toEqual([
    expect.stringMatching(/a\.example = /),
    expect.stringMatching(/^x\.warc.* = The rest of x\.warc was not imported: it is damaged/),
  ])
  const packed = gzipSync(sound)
  const padding = gzipSync(warcRecord('https://p.example/', randomBytes(3000), { 'WARC-Type': 'request' }))
  for (const rest of [packed.subarray(0, 60), Buffer.from('lost')]) {
    const bytes = Buffer.concat([packed, padding, rest])
    expect(linesOf(await unpackAll({ name: 'x.warc.gz', bytes }))).toEqual([
      expect.stringMatching(/a\.example = /),
      expect.stringMatching(/The rest of x\.warc\.gz was not imported: it is damaged or incomplete/),
    ])
  }
  expect(
    await unpackAll({ name: 'x.warc.gz', bytes: Buffer.concat([packed, Buffer.alloc(9)]) }),
  ).toHaveLength(1)
  await expect(unpackAll({ name: 'x.warc.gz', bytes: packed.subarray(0, 40) })).rejects.toThrow(
    /damaged or incomplete/,
  )
})

it('of an archive in a zip of its own kind only the pages are taken', async () => {
  const data = gzipSync(warcRecord('https://a.example/', httpAnswer(words)))
  const members = [
    { name: 'datapackage.json', data: Buffer.from('{}') },
    { name: 'archive/data.warc.gz', data },
  ]
  const lines = linesOf(await unpackAll({ name: 'x.wacz', bytes: zipBytes(members) }))
  expect(lines).toEqual(['x.wacz/archive/data.warc.gz/a.example = <p>Plain words.</p>'])
})

it('ends with members or a Failure, whichever bytes are changed', async () => {
  const sound = Buffer.concat([
    warcRecord('https://a.example/', httpAnswer(gzipSync(words), { 'Content-Encoding': 'gzip' })),
    warcRecord(
      'https://b.example/',
      httpAnswer(Buffer.from('3\r\nabc\r\n0\r\n\r\n'), { 'Transfer-Encoding': 'chunked' }),
    ),
  ])
  const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
  const sources = [sound, gzipSync(sound)]
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(1), async (changes, which) => {
      const bytes = new Uint8Array(sources[which]!)
      for (const [at, value] of changes) if (at > 4 && at < bytes.length) bytes[at] = value
      try {
        await unpackAll({ name: which ? 'x.warc.gz' : 'x.warc', bytes })
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 400 },
  )
}, 60_000)
