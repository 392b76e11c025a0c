import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readOne } from '../readOne.testkit.ts'

const read = (html: string, url?: string) =>
  readOne({ name: 'page.html', bytes: Buffer.from(html), ...(url ? { url } : {}) })

const shown = (html: string) => {
  const parsed = read(html)
  return parsed.blocks.map(
    ({ kind, start, end, furniture }) =>
      `${kind}${furniture ? ` [${furniture}]` : ''}: ${parsed.text.slice(start, end)}`,
  )
}

const long =
  'The harbour office has written to every skipper on the west coast, asking how many boats will need a berth this winter, and what each of them can pay.'

const page = `<!DOCTYPE html>
<html lang="en-gb"><head><meta charset="utf-8"><title>Berths run short | Coast Times</title>
<meta property="og:title" content="Berths run short | Coast Times"><meta property="og:site_name" content="Coast Times">
<meta name="author" content="By Morag Bell"><meta property="article:published_time" content="2024-12-14T23:30:00-05:00">
<link rel="canonical" href="https://coast.example.test/berths"><style>p { color: red }</style></head>
<body class="page shares"><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Berths run short</h1>
<p>By Morag Bell</p><p>14 December 2024</p><p>${long}</p><div class="advert-slot"><p>Buy rope today</p></div>
<figure><img src="a.jpg"><figcaption>Boats in the old harbour</figcaption></figure>
<h2>What it costs</h2><div>${long.replace('west', 'east')}</div>
<ul><li>A winter berth costs 900 pounds, and more for a longer boat</li><li>A mooring costs half of that, without water or light</li></ul>
<blockquote><p>We have never seen so many boats ask for so few berths, and we cannot build a pier by spring.</p></blockquote>
<table><thead><tr><th>Port</th><th>Berths</th><th>Asked</th></tr></thead><tr><td>Oban</td><td>40</td><td>90</td></tr>
<tr><td>Mallaig</td><td>25</td><td>60</td></tr><tr><td>Ullapool</td><td>30</td><td>41</td></tr></table>
<p>${long.replace('west', 'north')}</p><p>Advertisement</p><p hidden>Secret words</p><p style="display: none">More secret words</p>
</article><footer><p>All about Coast Times</p></footer><script>document.write('never')</script></body></html>`

it('keeps every visible word, the article as itself and the rest with its reason', () => {
  expect(shown(page)).toEqual([
    'listItem [Navigation]: Home',
    'listItem [Navigation]: Sea',
    'heading: Berths run short',
    'paragraph [Byline]: By Morag Bell',
    'paragraph [Date of publication]: 14 December 2024',
    `paragraph: ${long}`,
    'paragraph [Advertisement]: Buy rope today',
    'caption: Boats in the old harbour',
    'heading: What it costs',
    `paragraph: ${long.replace('west', 'east')}`,
    'listItem: A winter berth costs 900 pounds, and more for a longer boat',
    'listItem: A mooring costs half of that, without water or light',
    'quotation: We have never seen so many boats ask for so few berths, and we cannot build a pier by spring.',
    'table: Port\tBerths\tAsked\nOban\t40\t90\nMallaig\t25\t60\nUllapool\t30\t41',
    `paragraph: ${long.replace('west', 'north')}`,
    'paragraph [Advertisement]: Advertisement',
    'paragraph [Page footer]: All about Coast Times',
  ])
})

it('reads the details as written, the date without a shift of time zone', () => {
  const { title, byline, publisher, publishedOn, url, language } = read(page)
  expect({ title, byline, publisher, publishedOn, url, language }).toEqual({
    title: 'Berths run short | Coast Times',
    byline: 'Morag Bell',
    publisher: 'Coast Times',
    publishedOn: '2024-12-14',
    url: 'https://coast.example.test/berths',
    language: 'en-GB',
  })
  expect(read(page, 'https://coast.example.test/as-read').url).toBe('https://coast.example.test/as-read')
})

it('reads JSON-LD, and does not mind a broken one', () => {
  const linked = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: 'Pier delayed',
        datePublished: '2023-05-06T10:00Z',
        author: [{ name: 'Jo Roe' }, { name: 'Al Dee' }],
        publisher: { name: 'Pier Post' },
      },
    ],
  }
  const html = `<html><head><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><p>${long}</p></body></html>`
  const { title, byline, publisher, publishedOn, language, url } = read(html)
  expect({ title, byline, publisher, publishedOn, language, url }).toEqual({
    title: 'Pier delayed',
    byline: 'Jo Roe, Al Dee',
    publisher: 'Pier Post',
    publishedOn: '2023-05-06',
    language: null,
    url: null,
  })
})

it('knows tags and attributes in capitals, and pages without html, head or body', () => {
  const capitals = `<HTML LANG="EN"><HEAD><META NAME="AUTHOR" CONTENT="Jo Roe"></HEAD><BODY><P>${long}</P></BODY></HTML>`
  expect(read(capitals)).toMatchObject({ language: 'en', byline: 'Jo Roe', text: long })
  expect(
    shown(`Loose words<p>${long}</p>and more<br><br>at the end`).map(line => line.replace(/ \[.*\]/, '')),
  ).toEqual(['paragraph: Loose words', `paragraph: ${long}`, 'paragraph: and more', 'paragraph: at the end'])
})

it('recognises a page in a file that is called text', () => {
  const parsed = readOne({ name: 'saved.txt', bytes: Buffer.from(`\n<!DOCTYPE html><p>${long}</p>`) })
  expect(parsed.text).toBe(long)
})

it('keeps the words of two paragraphs in a cell apart, skips hidden rows, and reads a broken table as text', () => {
  const cells = '<tr><td><p>One</p><p>two</p></td><td>Three</td></tr>'
  expect(
    shown(`<p>${long}</p><table>${cells}${cells}<tr hidden><td>No</td><td>no</td></tr></table>`)[1],
  ).toMatch(/table.*: One two\tThree\nOne two\tThree$/)
  // What stands loose in a table is put before it, as browsers do.
  expect(shown(`<p>${long}</p><table>${cells}loose${cells}</table>`).slice(1)).toEqual([
    expect.stringMatching(/^paragraph.*: loose$/),
    expect.stringMatching(/^table.*: One two\tThree\nOne two\tThree$/),
  ])
})

it('marks a caption that says what a paragraph says, and a credit', () => {
  const blocks = shown(
    `<html><body><article><p>${long}</p><figure><img src="a.png"><figcaption>${long}</figcaption></figure><p>Getty Images</p><p>${long.replace('west', 'south')}</p></article></body></html>`,
  )
  expect(blocks).toContain(`caption [Picture caption]: ${long}`)
  expect(blocks).toContain('caption [Picture credit]: Getty Images')
})

it('loses no visible word of any tree, and invents none', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'section',
    'span',
    'b',
    'li',
    'ul',
    'blockquote',
    'h2',
    'nav',
    'figure',
    'figcaption',
    'x-card',
    'pre',
  )
  const { tree } = fc.letrec<{ tree: string }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(
        'Alpha beta. ',
        'gamma ',
        'Delta',
        '<br>',
        '<br><br>',
        ' ',
        'Epsilon zeta eta theta, iota, kappa. ',
      ),
      fc
        .array(tie('tree'), { minLength: 1, maxLength: 3 })
        .map(cells => `<table><tr><td>${cells.join('</td><td>')}</td></tr></table>`),
      fc
        .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    ),
  }))
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), trees => {
      const html = `<!doctype html><html><body><p>Start</p>${trees.join('')}</body></html>`
      const visible = html.replace(/<[^>]*>/g, '').replace(/\s+/g, '')
      const { text, blocks } = read(html)
      expect(text.replace(/\s+/g, '')).toBe(visible)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text)
    }),
    { numRuns: 300 },
  )
})
