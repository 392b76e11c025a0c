import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../../shared/contract/failure.ts'
import type { ParsedSource } from '../../parsedSource.ts'
import { readOne } from '../readOne.testkit.ts'

const read = (text: string, name = 'story.txt') => readOne({ name, bytes: Buffer.from(text) })

/** One line a block: kind, reason in brackets, words. */
const shown = (text: string) => {
  const parsed = read(text)
  return parsed.blocks.map(
    ({ kind, start, end, furniture }) =>
      `${kind}${furniture ? ` [${furniture}]` : ''}: ${parsed.text.slice(start, end)}`,
  )
}

const solid = (text: string) => text.replace(/\s+/g, '')

describe('a story on one line', () => {
  const story =
    'Ferries between Arran and the mainland are to be inspected by “harbour detectives”, Transport Minister Ailsa Drummond has announced.Crews from McAllister Marine and LinkedIn volunteers will take part.Ailsa Drummond opened the schemeGettyAilsa Drummond and her deputy, Ruaridh O’BrienGettyThe scheme will cost £1.5m and use the U.S.A. model described on GOV.UK.LATEST DEVELOPMENTSTransport Minister Ailsa DrummondPAThe latest figures show 4,500 crossings were late. Another 98 were cancelled in 2023.Drummond told The Courier: “We are on your side.“Our crews will be there on time.”The minister added nothing more.'

  it('gets its paragraphs back, with captions, credits and labels as furniture', () => {
    expect(shown(story)).toEqual([
      'paragraph: Ferries between Arran and the mainland are to be inspected by “harbour detectives”, Transport Minister Ailsa Drummond has announced.',
      'paragraph: Crews from McAllister Marine and LinkedIn volunteers will take part.',
      'caption [Picture caption]: Ailsa Drummond opened the scheme',
      'caption [Picture credit]: Getty',
      'caption [Picture caption]: Ailsa Drummond and her deputy, Ruaridh O’Brien',
      'caption [Picture credit]: Getty',
      'paragraph: The scheme will cost £1.5m and use the U.S.A. model described on GOV.UK.',
      'heading [Heading of a link list]: LATEST DEVELOPMENTS',
      'caption [Picture caption]: Transport Minister Ailsa Drummond',
      'caption [Picture credit]: PA',
      'paragraph: The latest figures show 4,500 crossings were late. Another 98 were cancelled in 2023.',
      'paragraph: Drummond told The Courier: “We are on your side.',
      'paragraph: “Our crews will be there on time.”',
      'paragraph: The minister added nothing more.',
    ])
  })

  it('takes its first sentence as title, shortened between two words', () => {
    const { title } = read(story)
    expect(title.endsWith('…')).toBe(true)
    expect(story.startsWith(title.slice(0, -1))).toBe(true)
    expect(story[title.length - 1]).toMatch(/[ ,]/)
  })
})

it.each([
  'Officials met Dr.Jones at Booking.com to talk about iPhones and a MacBook from McDonald’s in St.Andrews.',
  'The £1.5m plan of J.K.Rowling and U.S. senators passed 3.Five other plans did too'.replace(
    '3.Five',
    '3 to 5',
  ),
  'Write to help@example.Org or see https://example.test/A.Page for NATO and UNESCOs list.',
])('leaves names, figures and addresses whole: %s', line => {
  expect(read(line).blocks).toHaveLength(1)
})

it('splits a glued photographer, a worded credit and a prompt', () => {
  const blocks = shown(
    'Boats wait in the harbour at dawnJo Smith/PAThe wait will be long.Read moreThe crews agreed.',
  )
  expect(blocks).toEqual([
    'caption [Picture caption]: Boats wait in the harbour at dawn',
    'caption [Picture credit]: Jo Smith/PA',
    'paragraph: The wait will be long.',
    'paragraph [Link to another article]: Read more',
    'paragraph: The crews agreed.',
  ])
})

describe('a wrapped teaser before the whole text', () => {
  const body =
    'More trains will run between the northern cities from next spring under a plan that brings together four operators and the transport office. The plan was made public on a visit to Leeds.'
  const story = `New timetable promised for northern railways
More trains will run between the northern cities from next
spring under a plan that brings together four operators and
the transport office. The plan was made...Request free trial
${body} |`

  it('is marked, its lines joined, and the text kept', () => {
    expect(shown(story)).toEqual([
      'heading: New timetable promised for northern railways',
      'paragraph [Teaser repeated in full below]: More trains will run between the northern cities from next spring under a plan that brings together four operators and the transport office. The plan was made...',
      'paragraph [Subscription prompt]: Request free trial',
      `paragraph: ${body}`,
      'paragraph [Leftover separator]: |',
    ])
    expect(read(story).title).toBe('New timetable promised for northern railways')
  })
})

describe('captions that repeat a paragraph', () => {
  const sentence = 'The council will open two more libraries and keep the old one for its archive'

  it.each([
    ['the caption first', `${sentence}\nPA\n${sentence}.`, 0],
    ['the caption last', `${sentence}.\n${sentence}\nPA`, 1],
    ['both with a stop', `${sentence}.\n${sentence}.\nPA`, 1],
  ])('keeps the copy that reads as text: %s', (_, lines, captionAt) => {
    const { blocks } = read(
      `A headline for the libraries\nThe vote was held on Monday.\n${lines}\nThe end came soon.`,
    )
    const [first, second] = blocks.filter(({ end, start }) => end - start >= sentence.length)
    expect([first!.furniture, second!.furniture].map(Boolean)).toEqual([captionAt === 0, captionAt === 1])
    expect(blocks.some(({ furniture }) => furniture === 'Picture credit')).toBe(true)
  })

  it('knows a caption whose quotation stands again below', () => {
    const blocks = shown(
      'Libraries to open late\nJo Brown said: “We will read to every child in the county by summer”\nPA\n“We will read to every child in the county by summer.',
    )
    expect(blocks[1]).toMatch(/^caption \[Picture caption\]/)
    expect(blocks[3]).toMatch(/^paragraph: “We will/)
  })
})

describe('a story with blank lines', () => {
  const story = `Bridge repairs will take a year, Ferris says

By Morag Bell

Published: 14 December 2024 10:32

Source: https://news.example.test/bridge

The bridge over the firth will be closed at night while its cables are replaced.

Closing the lanes

Engineers have asked drivers to use the older crossing until the work is done.

Minister Jo Ferris at the bridge in Dunmore, Scotland, on May 6, 2024. (Sam Roe/PA Wire)

Minister Jo Ferris at the Dunmore bridge in Scotland on May 6, 2024. Sam Roe/PA Wire

Advertisement

“Nobody will be cut off,” she said.

Agency Media contributed to this report.

You May Also Like

Ten walks by the sea

More From Author`

  it('has subheadings, credited captions and what follows the story marked', () => {
    expect(shown(story)).toEqual([
      'heading: Bridge repairs will take a year, Ferris says',
      'paragraph [Byline]: By Morag Bell',
      'paragraph [Date of publication]: Published: 14 December 2024 10:32',
      'paragraph [Address of the article]: Source: https://news.example.test/bridge',
      'paragraph: The bridge over the firth will be closed at night while its cables are replaced.',
      'heading: Closing the lanes',
      'paragraph: Engineers have asked drivers to use the older crossing until the work is done.',
      'caption [Picture caption]: Minister Jo Ferris at the bridge in Dunmore, Scotland, on May 6, 2024. (Sam Roe/PA Wire)',
      'caption [Picture caption]: Minister Jo Ferris at the Dunmore bridge in Scotland on May 6, 2024. Sam Roe/PA Wire',
      'paragraph [Advertisement]: Advertisement',
      'paragraph: “Nobody will be cut off,” she said.',
      'paragraph [Contributor note]: Agency Media contributed to this report.',
      'heading [Heading of a link list]: You May Also Like',
      'listItem [Item of a link list]: Ten walks by the sea',
      'heading [Heading of a link list]: More From Author',
    ])
  })

  it('tells its details, and only those it states', () => {
    const { byline, publishedOn, url, publisher, language } = read(story)
    expect({ byline, publishedOn, url, publisher, language }).toEqual({
      byline: 'Morag Bell',
      publishedOn: '2024-12-14',
      url: 'https://news.example.test/bridge',
      publisher: null,
      language: 'en',
    })
  })

  it('does not take a date in the story for the date of the story', () => {
    expect(
      read('A headline stands here\nThe law passed on 14 December 2024 in London.').publishedOn,
    ).toBeNull()
  })
})

it('cuts a huge line at quotations and every few sentences, changing no word', () => {
  const sentences = 'The office will look at every claim again and write to the people who made it. '
  const quoted =
    'Minister Jo Ferris said: “We will read them all. Nobody will be left out. “That is a promise.” '
  const line = `${sentences.repeat(12)}${quoted}${sentences.repeat(12)}`.trim()
  const blocks = shown(`A headline stands here\n${line}`)
  expect(blocks.length).toBeGreaterThan(6)
  expect(blocks).toContain(
    'paragraph: Minister Jo Ferris said: “We will read them all. Nobody will be left out.',
  )
  expect(blocks).toContain('paragraph: “That is a promise.”')
  expect(read(line).text.replaceAll('\n', ' ')).toBe(line)
})

it('reads Markdown as text: headings and list items', () => {
  expect(
    shown('# Harbour plan\n\nThree things will change.\n\n- More boats\n- Fewer queues').map(
      s => s.split(':')[0],
    ),
  ).toEqual(['heading', 'paragraph', 'listItem', 'listItem'])
})

it('makes bidirectional controls in a title visible', () => {
  expect(read('Report for \u202etxt.exe\nIt was read by all.').title).toBe('Report for [U+202E]txt.exe')
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'The ship sailed.',
    'measures',
    'Getty',
    'PA',
    'LATEST DEVELOPMENTS',
    '“We',
    'go.”',
    '\n',
    '\n\n',
    ' ',
    '...',
    'Request free trial',
    '|',
    '.',
    '"',
    'By Jo Bell',
    '14 December 2024',
    'said: ',
    'A',
    'U.S.',
    'Read more',
    '- ',
  ) // prettier-ignore
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
  )
  const printable = (written: string) =>
    solid(written.toWellFormed().replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, ''))

  it('loses nothing, and blocks lie in order with one line feed between', () => {
    fc.assert(
      fc.property(text, written => {
        let parsed: ParsedSource
        try {
          parsed = read(written, 'any.md')
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          return
        }
        if (!/^\s*<(?:!doctype|html|head|body)/i.test(written))
          expect(solid(parsed.text)).toBe(printable(written))
        const words = parsed.blocks.map(({ start, end }) => parsed.text.slice(start, end))
        expect(words.join('\n')).toBe(parsed.text)
        for (const block of words) expect(block).toBe(block.trim())
      }),
      { numRuns: 500 },
    )
  })
})
