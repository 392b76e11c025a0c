import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readOne } from '../readOne.testkit.ts'

const read = (name: string) =>
  readOne({ name, bytes: readFileSync(new URL(`fixtures/${name}`, import.meta.url)) })

const lines = (name: string) => {
  const { text, blocks } = read(name)
  return blocks.map(
    ({ kind, start, end, furniture }) =>
      `${kind}${furniture ? ` [${furniture}]` : ''}: ${text.slice(start, Math.min(end, start + 40))}`,
  )
}

it('reads what SingleFile saved: the shadow root in its place, its note, the furniture with its reasons', () => {
  expect(lines('singlefile.generated.html')).toEqual([
    'paragraph [Cookie or privacy notice]: This site and 41 partners keep cookies o',
    'paragraph [Form or button]: Allow all',
    'paragraph [Navigation]: Home Sea',
    'heading: Berths run short',
    'paragraph [Time stamp of a live blog]: 10:42am',
    'paragraph: The harbour office has written to every ',
    'paragraph: A winter berth costs 900 pounds, and mor',
    'paragraph [Time stamp of a live blog]: Posted at 09:15',
    'paragraph: It said that the pier could not be mende',
    'paragraph [Links to other articles]: Ferry fares to rise again in spring',
    'paragraph: The council meets in January, when it wi',
    'paragraph [Page footer]: All about Coast Times',
  ])
  const {
    text,
    blocks: _blocks,
    encoding: _encoding,
    noText: _noText,
    ...details
  } = read('singlefile.generated.html')
  expect(text).not.toContain('no reader saw')
  expect(details).toEqual({
    title: 'Berths run short | Coast Times',
    byline: 'Morag Bell, Iain Roe',
    publisher: 'Coast Times',
    publishedOn: '2024-12-14',
    modifiedOn: '2024-12-15',
    url: 'http://127.0.0.1:8765/berths.html',
    canonicalUrl: 'https://coast.example.test/berths',
    language: 'en-GB',
    section: 'Harbours',
    capturedAt: '2026-11-25T09:46:47.000Z',
    evidence: {
      title: 'title element',
      byline: 'JSON-LD',
      publisher: 'JSON-LD',
      publishedOn: 'JSON-LD',
      modifiedOn: 'Open Graph',
      url: 'SingleFile’s note',
      canonicalUrl: 'link to itself (canonical)',
      language: 'lang attribute',
      section: 'Open Graph',
    },
  })
})

it.each(['pandoc.generated.html', 'libreoffice.generated.html'])(
  'reads %s: every part as what it is',
  name => {
    const shown = lines(name)
    for (const line of [
      'heading: What it costs',
      'listItem: A winter berth costs 900 pounds, and mor',
      'table: Port\tBerths\tAsked\nOban\t40\t90\nMallaig\t25\t60'.slice(0, 47),
    ])
      expect(shown).toContain(line)
    expect(read(name).title).toBe('Berths run short on the west coast')
  },
)

it('takes what Pandoc says of a page', () => {
  expect(lines('pandoc.generated.html')).toContain('quotation: We have never seen so many boats ask for')
  expect(read('pandoc.generated.html')).toMatchObject({
    byline: 'Morag Bell',
    publishedOn: '2024-12-14',
    language: 'en-GB',
    evidence: { byline: 'meta element “author”', publishedOn: 'meta element “dcterms.date”' },
  })
})
