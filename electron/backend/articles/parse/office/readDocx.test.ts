import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocx } from './readDocx.ts'
import { readAll, readFixture, shown } from './shown.testkit.ts'
import { type ZipPart, zipOf } from './zipOf.testkit.ts'

const contentTypes: ZipPart = {
  name: '[Content_Types].xml',
  content:
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
}
const word = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const docx = (body: string, ...others: ZipPart[]) =>
  zipOf([contentTypes, { name: 'word/document.xml', content: word(body) }, ...others])
const read = (bytes: Uint8Array) => readAll(readDocx, 'paper.docx', bytes)

describe('a paper from LibreOffice', () => {
  it('keeps headings, list, table and notes, and the running lines as furniture', async () => {
    const [article] = await readFixture(readDocx, 'harbour.docx', import.meta.url)
    expect(shown(article!)).toEqual([
      'heading: Winter berths on the west coast',
      'paragraph: The harbour office has asked every skipper between Oban and Ullapool how many boats will need shelter this winter, and the answers came to more than twice the berths there are.[1]',
      'heading: What was asked',
      'paragraph: “We cannot build a pier by spring,” the harbour master wrote – but a floating one could be hired for £4,500 a month, from a yard that has two of them lying idle until the summer season begins and would be glad of the trade.',
      'listItem: Hire the floating pier for four months',
      'listItem: Move the tenders to the inner basin',
      'heading: What was answered',
      'table: Port\tBerths\tAsked\nOban\t40\t90\nMallaig\t25\t60',
      'paragraph: Żaneta Kowalska and Þórr Ólafsson, who speak for the visiting crews, said that the figures leave out the boats that come in only when the wind turns to the north, which no list has ever held.[2]',
      'paragraph: The office will write again before the end of the month, and the council is to decide in January whether the money for the hire can be found from the reserve that was set aside for dredging the outer channel.',
      'heading: What comes next',
      'paragraph: If the council agrees, the pier can be towed across in two days of quiet weather, and the first boats could lie at it before the February gales; if it does not, the skippers have been told to ask in Kilkeel and in Portree.',
      'listItem: [1] Answers from 181 of 203 skippers, counted in October.',
      'listItem: [2] Letter to the office of 12 October.',
      'paragraph [Page header]: Harbour Office paper 14',
      'paragraph [Page footer]: Page 2',
    ])
  })

  it('takes details from the properties, and says so', async () => {
    const [article] = await readFixture(readDocx, 'harbour.docx', import.meta.url)
    expect(article).toMatchObject({
      title: 'Winter berths on the west coast',
      byline: 'Morag Bell',
      publishedOn: '2024-11-03',
      modifiedOn: '2024-12-02',
      language: 'en-GB',
      evidence: {
        title: 'document properties',
        byline: 'document properties',
        publishedOn: 'document properties, created',
        modifiedOn: 'document properties, modified',
      },
    })
  })
})

const core = (inside: string): ZipPart => ({
  name: 'docProps/core.xml',
  content: `<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c">${inside}</cp:coreProperties>`,
})

it('believes a date and a byline in the text before the properties, and no title that a program gave', async () => {
  const [article] = await read(
    docx(
      paragraph('Pier reopens') +
        paragraph('By Jo Roe') +
        paragraph('14 December 2024') +
        paragraph('The pier has been opened again after the storm, the council said.'),
      core(
        '<dc:title>Microsoft Word - pier v2.docx</dc:title><dc:creator>Al &amp; Dee</dc:creator><dcterms:created>2020-01-05T00:00:00Z</dcterms:created>',
      ),
    ),
  )
  expect(article).toMatchObject({ title: 'Pier reopens', byline: 'Jo Roe', publishedOn: '2024-12-14' })
  expect(article!.evidence.title).toBe('first line of the text')
})

it('takes the paragraph in the title style for the title when the properties have none', async () => {
  const [article] = await read(
    docx(
      `${paragraph('Council paper')}<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Who pays &#x202E; for the pier</w:t></w:r></w:p>${paragraph('Nobody has said.')}`,
      {
        name: 'word/styles.xml',
        content:
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>',
      },
    ),
  )
  expect(article).toMatchObject({
    title: 'Who pays [U+202E] for the pier',
    evidence: { title: 'title style of the document' },
  })
})

it('keeps a document of pictures only, without words', async () => {
  const [article] = await read(docx('<w:p/>', { name: 'word/media/image1.png', content: 'x' }))
  expect(article).toMatchObject({
    title: 'paper',
    evidence: { title: 'file name' },
    noText: 'pictures only, no text',
    text: '',
  })
})

describe('refuses in words', () => {
  const doctype = word(paragraph('x')).replace('?>', '?><!DOCTYPE d [<!ENTITY a "b">]>')
  it.each<[string, RegExp, () => Uint8Array]>([
    [
      'a document type',
      /document type/,
      () => zipOf([contentTypes, { name: 'word/document.xml', content: doctype }]),
    ],
    ['deep nesting', /nested too deep/, () => docx('<w:p>'.repeat(300) + '</w:p>'.repeat(300))],
    [
      'a size that is a lie',
      /whole Word document/,
      () => docx(paragraph('a'), { name: 'word/a.xml', content: 'x'.repeat(5000), claims: 10 }),
    ],
    [
      'a part beyond measure',
      /beyond all measure/,
      () => docx(paragraph('a'), { name: 'word/a.xml', content: Buffer.alloc(65 * 1024 * 1024, 32) }),
    ],
    [
      'one name twice',
      /same name/,
      () => docx(paragraph('a'), { name: 'word/document.xml', content: word(paragraph('b')) }),
    ],
    [
      'too many parts',
      /2000 parts/,
      () => docx(paragraph('a'), ...Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, content: '' }))),
    ],
    ['half a file', /whole Word document/, () => docx(paragraph('a')).subarray(0, 200)],
    ['another archive', /not a Word document/, () => zipOf([{ name: 'a.txt', content: 'a' }])],
    [
      'a tag without end',
      /XML is broken/,
      () => zipOf([contentTypes, { name: 'word/document.xml', content: '<w:document <w:body>' }]),
    ],
    ['too many elements', /longer than can be read/, () => docx('<w:p/>'.repeat(260_000))],
    [
      'no document in it',
      /cannot be read as a Word/,
      () => zipOf([contentTypes, { name: 'word/other.xml', content: '<a/>' }]),
    ],
    ['no words', /no words/, () => docx('<w:p/>')],
  ])('%s', async (_, reason, make) => {
    await expect(read(make())).rejects.toThrow(reason)
  }) // prettier-ignore
})

it('never crashes on a document with bytes changed', async () => {
  const whole = readFileSync(new URL('fixtures/harbour.docx', import.meta.url))
  let readable = 0
  for (let i = 0; i < 150; i++) {
    const bytes = new Uint8Array(whole)
    bytes[(i * 7919) % bytes.length]! ^= 1 << (i % 8)
    try {
      await read(bytes)
      readable++
    } catch (error) {
      expect(error).toHaveProperty('code', 'unreadable-file')
    }
  }
  expect(readable).toBeGreaterThan(0)
})
