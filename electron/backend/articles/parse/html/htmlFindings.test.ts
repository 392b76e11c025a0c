import { expect, it } from 'vitest'
import { readOne } from '../readOne.testkit.ts'

const long =
  'The harbour office has written to every skipper on the west coast, asking how many boats will need a berth this winter, and what each of them can pay. It said that the pier could not be mended before spring, and that the smaller boats would have to lie on moorings until then.'

const read = (head: string, body = `<p>${long}</p>`, before = '', url?: string) =>
  readOne({
    name: 'page.html',
    bytes: Buffer.from(
      `<!doctype html>${before}<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
    ),
    ...(url ? { url } : {}),
  })

it.each([
  [
    'title',
    '<meta property="og:title" content="Pier &amp;quot;shut&amp;quot;"><title>No</title>',
    'Pier "shut"',
    'Open Graph',
  ],
  [
    'title',
    '<meta name="DC.title" content="Pier shut"><meta property="og:title" content="No">',
    'Pier shut',
    'meta element “DC.title”',
  ],
  ['title', '<meta name="twitter:title" content="Pier shut">', 'Pier shut', 'Twitter card'],
  [
    'title',
    '<title>Why the pier was shut for years - Coast Times</title>',
    'Why the pier was shut for years',
    'title element',
  ],
  ['byline', '<meta property="article:author" content="Jo Roe">', 'Jo Roe', 'Open Graph'],
  ['byline', '<meta name="author" content="By Jo Roe | 3 May 2024">', 'Jo Roe', 'meta element “author”'],
  ['publishedOn', '<meta name="dc.date" content="2024-05-03">', '2024-05-03', 'meta element “dc.date”'],
  [
    'publishedOn',
    '<meta name="parsely-pub-date" content="1714730400">',
    '2024-05-03',
    'meta element “parsely-pub-date”',
  ],
  [
    'publishedOn',
    '<meta itemprop="datePublished" content="20240503093000">',
    '2024-05-03',
    'meta element “datePublished”',
  ],
  [
    'modifiedOn',
    '<meta property="article:modified_time" content="2024-05-04T23:59:00-05:00">',
    '2024-05-04',
    'Open Graph',
  ],
  [
    'language',
    '<meta http-equiv="Content-Language" content="cy, en">',
    'cy',
    'meta element “Content-Language”',
  ],
  ['language', '<meta property="og:locale" content="en_GB">', 'en-GB', 'Open Graph'],
  ['language', '', 'en', 'its words'],
  ['section', '<meta property="article:section" content="Harbours">', 'Harbours', 'Open Graph'],
  ['publisher', '<meta property="og:site_name" content="Coast Times">', 'Coast Times', 'Open Graph'],
  [
    'url',
    '<meta property="og:url" content="https://a.example.test/b">',
    'https://a.example.test/b',
    'Open Graph',
  ],
  [
    'canonicalUrl',
    '<link rel="Canonical" href="https://a.example.test/b">',
    'https://a.example.test/b',
    'link to itself (canonical)',
  ],
] as const)('%s from %s', (field, head, value, from) => {
  const parsed = read(head)
  expect([parsed[field], parsed.evidence[field]]).toEqual([value, from])
}) // prettier-ignore

it('takes a byline from the page when its head has none, and no date for a name', () => {
  const body = `<article><p class="byline">By Jo Roe</p><p>${long}</p></article>`
  expect(read('', body)).toMatchObject({ byline: 'Jo Roe', evidence: { byline: 'byline on the page' } })
  expect(read('', body.replace('By Jo Roe', '3 May 2024, updated at noon')).byline).toBeNull()
})

it('takes the address given with the file, then the browser’s note, then the page’s own', () => {
  const note = '<!-- saved from url=(0030)https://coast.example.test/x -->\n'
  const canonical = '<link rel="canonical" href="https://coast.example.test/own">'
  expect(read(canonical, undefined, note, 'https://coast.example.test/given')).toMatchObject({
    url: 'https://coast.example.test/given',
    canonicalUrl: 'https://coast.example.test/own',
    evidence: { url: 'given with the file' },
  })
  expect(read(canonical, undefined, note)).toMatchObject({
    url: 'https://coast.example.test/x',
    evidence: { url: '“saved from” note' },
  })
  expect(read('<link rel="canonical" href="file:///tmp/x">')).toMatchObject({ url: null, canonicalUrl: null })
})

it('says when SingleFile saved the page only when that is a date', () => {
  const note = (date: string) => `<!--\n Page saved with SingleFile \n url: x \n saved date: ${date}\n-->`
  const captured = (date: string) => read('', undefined, note(date)).capturedAt
  expect(captured('Mon Jun 03 2024 12:00:00 GMT+0100 (BST)')).toBe('2024-06-03T11:00:00.000Z')
  expect(captured('1')).toBeNull()
  expect(captured('Mon Jun 99 2024 99:00:00 GMT+0100')).toBeNull()
})

it('shows a title that would turn itself round', () => {
  expect(read('<title>Pier \u202etuhs</title>').title).toBe('Pier [U+202E]tuhs')
})
