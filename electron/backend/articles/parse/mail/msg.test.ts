import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/fault.ts'
import { ParsedSource } from '../../parsedSource.ts'
import { linesOf, unpackAll } from '../../unpack/unpack.testkit.ts'
import { parseFile } from '../parseFile.ts'
import { checkCompoundFile } from './checkCompoundFile.ts'
import { msgBytes, type WrittenMessage } from './fixtures/msgBytes.ts'

const message: WrittenMessage = {
  subject: 'FW: Quay wall – café',
  sender: ['Ann Ode', 'ann@example.org'],
  to: [
    ['Bo Quay', 'bo@example.org'],
    ['Press desk', 'press@example.org'],
  ],
  body: 'The quay wall is to be mended.\r\n\r\nIt will cost £2 million.\r\n\r\n-- \r\nAnn Ode\r\n',
  sent: new Date('2025-03-04T03:30:00Z'),
  attachments: [
    { fileName: 'annex.txt', data: Buffer.from('Words of the annex.'), mime: 'text/plain' },
    { fileName: 'logo.png', data: Buffer.of(0x89, 0x50), mime: 'image/png', contentId: 'logo' },
    { fileName: 'photo.jpg', data: Buffer.of(0xff, 0xd8), mime: 'image/jpeg' },
    { fileName: 'long.txt', data: Buffer.from('Long words. '.repeat(2000)) },
    {
      subject: 'Inner',
      sender: ['Bo Quay', 'bo@example.org'],
      body: 'Words of the inner message.',
      attachments: [{ fileName: 'deep.txt', data: Buffer.from('Deep words.') }],
    },
  ],
}
const read = async (bytes: Uint8Array): Promise<ParsedSource> =>
  ParsedSource.parse((await parseFile({ name: 'note.msg', bytes })).articles[0])

describe('a message of Outlook', () => {
  it('is read like any message', async () => {
    const article = await read(msgBytes(message))
    expect(article).toMatchObject({
      title: 'FW: Quay wall – café',
      byline: 'Ann Ode (ann@example.org)',
      publishedOn: '2025-03-04',
      evidence: { title: 'mail header', byline: 'mail header', publishedOn: 'mail header' },
    })
    expect(article.text.split('\n')).toEqual([
      'FW: Quay wall – café',
      'From: Ann Ode (ann@example.org)',
      'To: Bo Quay (bo@example.org), Press desk (press@example.org)',
      'Date: Tue, 04 Mar 2025 03:30:00 GMT',
      'The quay wall is to be mended.',
      'It will cost £2 million.',
      '--',
      'Ann Ode',
    ])
  })

  it('has the day of the header that came with it, in its writer’s time zone', async () => {
    const headers = 'From: x\r\nDate: Mon, 03 Mar 2025 23:30:00 -0400\r\n'
    expect((await read(msgBytes({ ...message, headers }))).publishedOn).toBe('2025-03-03')
  })

  it('is read from its HTML when it has no plain words, and in an old code page', async () => {
    const html = '<html><body><p>Mended in <b>June</b>.</p></body></html>'
    expect((await read(msgBytes({ subject: 'Wall', html }))).text).toContain('Mended in June.')
    const old = await read(msgBytes({ subject: 'Caf\xe9', body: 'It costs \xa32.', codePage: 1252 }))
    expect(old.title).toBe('Café')
    expect(old.text).toContain('It costs £2.')
  })

  it('gives what is attached to it, messages within as well', async () => {
    const members = await unpackAll({ name: 'note.msg', bytes: msgBytes(message) })
    expect(members.map(({ path }) => path)).toEqual([
      'note.msg',
      'note.msg/annex.txt',
      'note.msg/photo.jpg',
      'note.msg/long.txt',
      'note.msg/Inner.msg',
      'note.msg/Inner.msg/deep.txt',
    ])
    const lines = linesOf(members)
    expect(lines[1]).toBe('note.msg/annex.txt = Words of the annex.')
    expect(members[2]!.refused).toMatch(/^photo\.jpg was not imported: it is a picture/)
    expect(members[3]!.bytes).toHaveLength(24_000)
    expect(lines[5]).toBe('note.msg/Inner.msg/deep.txt = Deep words.')
    expect((await read(members[4]!.bytes)).text).toContain('Words of the inner message.')
  })
})

describe('a compound file made to do harm', () => {
  const sound = msgBytes(message)
  const changed = (change: (file: Buffer) => void): Uint8Array => {
    const file = Buffer.from(sound)
    change(file)
    return new Uint8Array(file)
  }
  const directory = (Buffer.from(sound).readInt32LE(48) + 1) * 512
  it.each([
    [
      'a directory that is a ring',
      changed(file =>
        file.writeInt32LE(file.readInt32LE(48), (file.readInt32LE(76) + 1) * 512 + 4 * file.readInt32LE(48)),
      ),
    ],
    ['an entry that is below itself', changed(file => file.writeInt32LE(0, directory + 76))],
    ['an entry beside itself', changed(file => file.writeInt32LE(1, directory + 128 + 68))],
    [
      'a stream of 2 GB',
      changed(file =>
        file.writeInt32LE(0x7fffffff, file.indexOf(Buffer.from('__substg1.0_1000001F', 'utf16le')) + 120),
      ),
    ],
    ['no end', sound.subarray(0, 1000)],
    ['only its signature', sound.subarray(0, 8)],
    ['sectors of no size', changed(file => file.writeUInt16LE(0, 30))],
    ['a table larger than itself', changed(file => file.writeInt32LE(1_000_000, 44))],
  ])('with %s is refused', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(/note\.msg was not imported: it (?:is damaged|cannot be read)/)
  })

  it('of another kind is refused in words', async () => {
    await expect(read(msgBytes({}))).rejects.toThrow(/it is no message/)
  })

  it('is looked through in a moment, however it is tied', () => {
    const bytes = Buffer.alloc(8 * 1024 * 1024)
    Buffer.from(sound).copy(bytes)
    const start = performance.now()
    try {
      checkCompoundFile(bytes, reason => {
        throw new Error(reason)
      })
    } catch {}
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('ends with an article or a Failure, whichever bytes are changed', async () => {
    const change = fc.tuple(
      fc.oneof(fc.nat(511), fc.nat(sound.length - 1), fc.integer({ min: directory, max: directory + 2048 })),
      fc.nat(255),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        const bytes = sound.slice()
        for (const [at, value] of changes) if (at > 7 && at < bytes.length) bytes[at] = value
        for (const attempt of [() => read(bytes), () => unpackAll({ name: 'note.msg', bytes })]) {
          try {
            await attempt()
          } catch (error) {
            expect(error).toBeInstanceOf(Failure)
          }
        }
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})
