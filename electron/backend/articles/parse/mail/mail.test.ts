import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/failure.ts'
import { deepMime, longHeader, manyParts } from '../../fixtures/hostile/mimeBombs.ts'
import { ParsedSource, type SourceBytes } from '../../parsedSource.ts'
import { parseFile } from '../parseFile.ts'

const fixture = (name: string): SourceBytes => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
})
const mail = (text: string, name = 'note.eml'): SourceBytes => ({ name, bytes: Buffer.from(text) })
const read = async (source: SourceBytes): Promise<ParsedSource> =>
  ParsedSource.parse((await parseFile(source)).articles[0])
const linesOf = ({ text, blocks }: ParsedSource): string[] =>
  blocks.map(
    ({ kind, start, end, furniture }) =>
      `${furniture ? `[${furniture}] ` : ''}${kind}: ${text.slice(start, end)}`,
  )

describe('a message', () => {
  it('is read with its header, its reply and its signature apart', async () => {
    const article = await read(fixture('reply.eml'))
    expect(article).toMatchObject({
      title: 'RE: Café opening – “harbour” plans',
      byline: 'Zoë Ångström (zoe@example.org)',
      publisher: null,
      publishedOn: '2025-03-03',
      evidence: { title: 'mail header', byline: 'mail header', publishedOn: 'mail header' },
      encoding: 'utf-8 (as the message declares)',
    })
    expect(linesOf(article)).toEqual([
      'heading: RE: Café opening – “harbour” plans',
      '[Mail header] paragraph: From: Zoë Ångström (zoe@example.org)',
      '[Mail header] paragraph: To: Bo Quay (bo@example.org), Press, Desk (press@example.org)',
      '[Mail header] paragraph: Cc: Cy Dee (cy@example.org)',
      '[Mail header] paragraph: Date: Mon, 03 Mar 2025 23:30:00 -0500',
      'paragraph: Dear Bo,',
      'paragraph: the council will open the café on the quay in May, at a cost of £2,400.',
      'paragraph: We expect three hundred visitors a day.',
      '[Quoted from an earlier message] paragraph: On Sunday, 2 March 2025 at 09:12, Bo Quay <bo@example.org> wrote:',
      '[Quoted from an earlier message] quotation: When will the café open?',
      '[Quoted from an earlier message] quotation: Please tell the press desk.',
      '[Quoted from an earlier message] quotation: An older question.',
      '[Signature] paragraph: --',
      '[Signature] paragraph: Zoë Ångström',
      '[Signature] paragraph: Harbour board',
    ])
  })

  it('is read from its HTML when there are no plain words', async () => {
    expect(linesOf(await read(fixture('html only.eml'))).slice(5)).toEqual([
      'heading: Quay wall',
      'paragraph: The wall is to be mended in June.',
      'listItem: North side first',
      'listItem: South side later',
      'paragraph: On Monday, Bo Quay wrote:',
      'quotation: Is the wall safe?',
    ])
  })

  it('that is a reply in Outlook’s manner ends where the earlier one begins', async () => {
    const text =
      'From: a@example.org\nSubject: RE: Tide\n\nYes, at noon.\n\nFrom: Bo Quay <bo@example.org>\nSent: 3 March 2025 10:00\nTo: Ann\nSubject: Tide\n\nIs high tide at noon?\n'
    const article = await read(mail(text))
    expect(article.blocks.filter(({ furniture }) => !furniture)).toHaveLength(2)
    const forwarded = await read(mail(text.replace('RE:', 'FW:')))
    expect(forwarded.blocks.filter(({ furniture }) => !furniture).length).toBeGreaterThan(4)
  })

  it('keeps what it quotes when it has nothing else to say', async () => {
    const article = await read(mail('From: a@example.org\nSubject: Tide\n\n> High tide is at noon today.\n'))
    expect(linesOf(article).at(-1)).toBe('quotation: High tide is at noon today.')
  })

  it('shows controls in its subject, and does not take a bare year for a date', async () => {
    const article = await read(mail('From: x\nSubject: pay\u202egpj\nDate: 2025\n\nWords here.\n'))
    expect(article.title).toBe('pay[U+202E]gpj')
    expect(article.publishedOn).toBeNull()
  })

  it.each([
    ['deep parts', deepMime(100), /nested more than 20 deep/],
    ['parts a thousand deep', deepMime(), /more than 1,000 parts/],
    ['many parts', manyParts(), /more than 1,000 parts/],
    ['many parts, oddly declared', manyParts(150_000, 'bound(x)ary=b'), /more than 1,000 parts/],
    ['a long header', longHeader(), /header is damaged or too long/],
    ['no header', mail('Just words.\n'), /does not begin with the header of a message/],
  ])('is refused with %s', async (_, source, reason) => {
    await expect(parseFile(source)).rejects.toThrow(reason)
  })

  it('of Apple Mail, with a length before it and a list of properties after it, is read', async () => {
    const message = 'From: a@example.org\nSubject: Tide\n\nHigh tide is at noon.\n'
    const article = await read(mail(`${message.length}\n${message}<?xml version="1.0"?><plist/>`, 'x.emlx'))
    expect(article.text.endsWith('High tide is at noon.')).toBe(true)
  })
})

it('of several parts is read in order, each as it was written', async () => {
  const part = (type: string, words: string): string => `--b\nContent-Type: text/${type}\n\n${words}\n`
  const parts = [
    part('plain', 'Above.'),
    part('html', '<p>In the <b>middle</b>.</p>'),
    part('plain', 'Below.'),
  ]
  const head = 'Subject: Parts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n'
  const article = await read(mail(`${head}${parts.join('')}--b--\n`))
  expect(article.text).toBe('Parts\nAbove.\nIn the middle.\nBelow.')
})

describe('a page that a browser saved whole', () => {
  it('is read with its address and moment, without its frames', async () => {
    const article = await read(fixture('chromium.mhtml'))
    expect(article).toMatchObject({
      title: expect.stringMatching(/^Ferry timetable changes/),
      publisher: 'Harbour News',
      publishedOn: '2025-03-04',
      url: 'http://127.0.0.1:8765/index.html',
      capturedAt: '2026-11-25T09:31:29.000Z',
      encoding: 'utf-8 (declared)',
    })
    expect(article.text).toContain('Passengers’ groups welcomed the change, which costs £1.2 million')
    expect(article.text).not.toContain('Words in a frame')
  })

  it('is decoded as its part declares, the part being the one that is named', async () => {
    const words =
      'The caf\xe9 by the pier costs \xa32 million, the council said, and opens in the month of May.'
    const page = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"; start="<b@x>"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Not this one.</p>\r\n--x\r\nContent-ID: <b@x>\r\nContent-Type: text/html; charset="iso-8859-1"\r\nContent-Location: https://news.example/pier\r\n\r\n<p>${words}</p>\r\n--x--\r\n`
    const article = await read({ name: 'pier.mht', bytes: Buffer.from(page, 'latin1') })
    expect(article).toMatchObject({ encoding: 'windows-1252 (declared)', url: 'https://news.example/pier' })
    expect(article.text).toBe(
      'The café by the pier costs £2 million, the council said, and opens in the month of May.',
    )
  })
})

it('ends with an article or a Failure, whichever lines are mixed', async () => {
  const line = fc.constantFrom(
    'From: a@example.org',
    'Subject: =?utf-8?q?=e2?=',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html; charset=utf-16',
    'Content-Transfer-Encoding: base64',
    '--b',
    '--b--',
    '',
    '> quoted',
    '-- ',
    'On Monday, Ann wrote:',
    '<blockquote><p>x',
    '\ud800\u0000\u202e',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom('a.eml', 'a.mht'),
      async (lines, name) => {
        try {
          await read(mail(lines.join('\n'), name))
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
        }
      },
    ),
    { numRuns: 500 },
  )
}, 60_000)

it('takes time in step with the length of a hostile message', async () => {
  const hostile = [
    'On '.repeat(33_000),
    `${'> '.repeat(50)}x\n`.repeat(500),
    `From: ${'a '.repeat(50_000)}`,
    '-- \n'.repeat(5000),
    `${'a@b.c, '.repeat(14_000)}`,
    `--b\n\nx\n--b\nContent-Type: text/html\n\n${'<a href="x'.repeat(40_000)}\n--b--\n`,
  ]
  for (const text of hostile) {
    const source = mail(
      `Subject: x\nContent-Type: multipart/mixed; boundary=b\nTo: ${text.slice(0, 99_000).replaceAll('\n', ' ')}\n\n${text}`,
    )
    const start = performance.now()
    await parseFile(source).catch(() => null)
    expect(performance.now() - start).toBeLessThan(3000)
  }
}, 60_000)
