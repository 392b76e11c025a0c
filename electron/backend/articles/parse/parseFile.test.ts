import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../shared/contract/failure.ts'
import { parseFile } from './parseFile.ts'
import { readOne } from './readOne.testkit.ts'

const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await parseFile({ name, bytes })
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).code).toBe('unreadable-file')
    return (error as Failure).message
  }
  throw new Error('it was not refused')
}

describe('a source that cannot be read is refused by name with what to do', () => {
  it.each([
    ['empty.txt', new Uint8Array(), /^empty\.txt was not imported: it is empty\. .*import/],
    ['photo.html', Buffer.from('89504e470d0a1a0a0000', 'hex'), /picture \(PNG\)/],
    ['spaces.txt', Buffer.from(' \n\t \n'), /no words/],
    ['tiny.txt', Uint8Array.of(0, 1, 2, 3, 255, 0), /not text/],
    ['data.txt', Buffer.from('a\0b\0\0c\u0001\u0002d'.repeat(50)), /not text/],
    ['page.html', Buffer.from('<html><body><script>alert(1)</script><img></body></html>'), /no words/],
    ['deep.html', Buffer.from(`${'<div>'.repeat(600)}x`), /nested too deep/],
    ['deeper.html', Buffer.from(`${'<div>'.repeat(200_000)}x`), /nested too deep/],
    ['big.txt', new Uint8Array(50 * 1024 * 1024).fill(97), /50 MB and the limit is 20 MB/],
  ])('%s', async (name, bytes, words) => {
    const message = await refusal(name, bytes)
    expect(message).toMatch(words)
    expect(message.startsWith(name)).toBe(true)
  })

  it('shows a file name that would turn the sentence round', async () => {
    expect(await refusal('a\u202etxt.exe', new Uint8Array())).toMatch(/^a\[U\+202E\]txt\.exe/)
  })
})

describe('decoding', () => {
  const words = 'Les élèves reçoivent 5 € – “déjà vu”.'
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

  it.each([
    ['utf-8 (detected)', Buffer.from(words)],
    ['utf-8 (byte-order mark)', Buffer.from(`\ufeff${words}`)],
    ['utf-16le (byte-order mark)', utf16(`\ufeff${words}`)],
    ['utf-16be (byte-order mark)', swapped(utf16(`\ufeff${words}`))],
    ['utf-16le (detected)', utf16(words)],
    ['utf-16be (detected)', swapped(utf16(words))],
    [
      'windows-1252 (detected)',
      Buffer.from(
        words.replace(/[€–“”]/g, c => ({ '€': '\x80', '–': '\x96', '“': '\x93', '”': '\x94' })[c]!),
        'latin1',
      ),
    ],
    [
      'utf-8 (detected; 2 control characters removed)',
      Buffer.from(`${words}${' and so on'.repeat(30)}`.replace('5', '\x005\x07')),
    ],
  ])('%s', (encoding, bytes) => {
    const parsed = readOne({ name: 'mots.txt', bytes })
    expect(parsed.encoding).toBe(encoding)
    expect(parsed.text.startsWith(words)).toBe(true)
  })

  it('counts the bytes it could not decode, and keeps the rest as UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${words} ${words}`),
      Buffer.from([0xff, 0xe2, 0x82]),
      Buffer.from(words),
    ])
    const parsed = readOne({ name: 'mots.txt', bytes })
    expect(parsed.encoding).toBe('utf-8 (detected; 3 undecodable bytes replaced)')
    expect(parsed.text).toContain('\ufffd')
    expect(parsed.text.endsWith(words)).toBe(true)
  })

  it.each([
    ['<meta charset="windows-1251">', 'windows-1251 (declared)'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251 (declared)'],
    ['<meta charset="utf-16">', 'utf-8 (declared)'],
    [
      '<meta charset="utf-8"><title>caf\xe9</title>',
      'windows-1252 (detected; declared as utf-8, which it is not)',
    ],
    ['<meta charset="no-such-thing">', 'utf-8 (detected)'],
  ])('of a page that declares %s', (meta, encoding) => {
    const page = `<!doctype html><html><head>${meta}</head><body><p>Plain words here.</p></body></html>`
    expect(readOne({ name: 'page.html', bytes: Buffer.from(page, 'latin1') }).encoding).toBe(encoding)
  })
})

it('does not heed a declaration after the first 4 KB', () => {
  const page = `<!doctype html><head>${' '.repeat(5000)}<meta charset="windows-1251"></head><p>Plain words.</p>`
  expect(readOne({ name: 'page.html', bytes: Buffer.from(page) }).encoding).toBe('utf-8 (detected)')
})

it('never throws anything but a Failure', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 400 }).map(text => Buffer.from(text)),
    fc
      .array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<div class=share>',
          '<table>',
          '<td>',
          'Words here. ',
          '<br>',
          '<!--',
          '<svg>',
          '</',
          '&amp',
          '<li>',
          '<h1>',
          '<body>',
          '<html lang=x>',
          '<script>',
          '<a href=',
          '"',
          '>',
        ),
        { maxLength: 60 },
      )
      .map(tags => Buffer.from(`<!doctype html>${tags.join('')}`)),
  )
  fc.assert(
    fc.property(bytes, fc.constantFrom('a.txt', 'a.html', 'a'), (content, name) => {
      try {
        const { text, blocks } = readOne({ name, bytes: content })
        expect(text.isWellFormed()).toBe(true)
        expect(blocks.at(-1)!.end).toBe(text.length)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 600 },
  )
})
