import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAll, readFixture, shown } from '../office/shown.testkit.ts'
import { readPdf } from './readPdf.ts'

const read = async (name: string) => (await readFixture(readPdf, name, import.meta.url))[0]!

it('reads paragraphs, lists and a table across pages, and knows what pages repeat', async () => {
  const article = await read('harbour.pdf')
  expect(shown(article)).toEqual([
    'paragraph [Running head]: Harbour Office paper 14',
    'heading: Winter berths on the west coast',
    'paragraph: The harbour office has asked every skipper between Oban and Ullapool how many boats will need shelter this winter, and the answers came to more than twice the berths there are.[1]',
    'heading: What was asked',
    'paragraph: “We cannot build a pier by spring,” the harbour master wrote – but a floating one could be hired for £4,500 a month, from a yard that has two of them lying idle until the summer season begins and would be glad of the trade.',
    'listItem: Hire the floating pier for four months',
    'listItem: Move the tenders to the inner basin',
    'heading: What was answered',
    'table: Port\tBerths\tAsked\nOban\t40\t90\nMallaig\t25\t60',
    'paragraph: [1] Answers from 181 of 203 skippers, counted in October.',
    'paragraph [Page number]: Page 1',
    'paragraph [Running head]: Harbour Office paper 14',
    'paragraph: Żaneta Kowalska and Þórr Ólafsson, who speak for the visiting crews, said that the figures leave out the boats that come in only when the wind turns to the north, which no list has ever held.[1]',
    'paragraph: The office will write again before the end of the month, and the council is to decide in January whether the money for the hire can be found from the reserve that was set aside for dredging the outer channel.',
    'heading: What comes next',
    'paragraph: If the council agrees, the pier can be towed across in two days of quiet weather, and the first boats could lie at it before the February gales; if it does not, the skippers have been told to ask in Kilkeel and in Portree.',
    'paragraph: [1] Letter to the office of 12 October.',
    'paragraph [Page number]: Page 2',
  ])
  expect(article).toMatchObject({
    title: 'Winter berths on the west coast',
    byline: 'Morag Bell',
    language: 'en-GB',
    evidence: { title: 'document properties', publishedOn: 'document properties, created' },
  })
})

it('reads down one column and then the next, and joins what a line’s end cut', async () => {
  const article = await read('columns.pdf')
  expect(shown(article)).toEqual([
    'heading: Old ships come back for the winter',
    'heading: Two ferries that were to be sold will sail again from November, until the yard has finished the new ones.',
    'paragraph: The ferry company has said that it will put two older ships back into service this winter, because the new ones are late again and the yard will not name a day. The minister was told on Monday and asked for a report by the end of the week.',
    'paragraph: Passengers on the outer islands have heard such promises before. In three of the last five winters the timetable was cut within a month of being printed, and the hauliers who carry fish and feed had to book space on boats from the mainland, at a cost that nobody has paid back.',
    'paragraph: Officials believe that the older ships can sail in all but the worst weather. Their engines were overhauled in the spring; their certificates run until the end of next year; and the crews know them well, having sailed in little else since they left the naval college at Greenock.',
    'heading: What the union wants',
    'paragraph: The union is less certain. It wants a third crew for each ship, so that nobody works more than a fortnight without leave, and it has asked for the money to be set aside before the first sailing rather than after the last one.',
    'paragraph: A spokeswoman for the harbours said that the piers at both ends had been inspected and that the fenders would be renewed where that was necessary. She declined to say what this would cost, but a well-informed member of the board put it at half a million pounds.',
    'paragraph: Nobody on the board is well-informed about the weather. If the winter is as wet as the last one was, every plan that has been made so far will have to be made again, and the islanders will be asked to be patient for another year.',
  ])
  expect(article).toMatchObject({
    title: 'Old ships come back for the winter',
    evidence: { title: 'largest words of the first page' },
  })
})

it('reads a tagged page that Chromium printed, ligatures as letters', async () => {
  const article = await read('slipway.pdf')
  expect(shown(article)).toEqual([
    'heading: Slipway closed for a month',
    'paragraph [Byline]: By Iona Grant',
    'paragraph [Date of publication]: 9 December 2024',
    'paragraph: The north slipway will be closed until the middle of January, the council has said, while a diver looks at the cradle that broke in the storm of last Sunday and officials fix what can be fixed from the shore.',
    'heading: What it means for the boats',
    'paragraph: Boats can be taken out at the yacht club in the meantime:',
    'listItem: on weekdays at the usual charge, when the tide allows it and somebody is there to work the winch',
    'listItem: on Sundays by agreement',
    'paragraph: The affected owners were told by letter, and a final flow of fresh letters will follow when the diver is done.',
    'table: Day\tHigh water\tCharge\nMonday\t07:10\t£40\nTuesday\t08:02\t£40',
  ])
  expect(article).toMatchObject({ byline: 'Iona Grant', publishedOn: '2024-12-09', modifiedOn: null })
})

it('keeps a scanned paper, without words', async () => {
  expect(await read('scan.pdf')).toMatchObject({
    title: 'scan',
    evidence: { title: 'file name' },
    noText: '3 pages, all pictures',
    text: '',
    blocks: [],
  })
})

it('reads the articles of a press export', async () => {
  const articles = await readFixture(readPdf, 'nexis.pdf', import.meta.url)
  expect(articles.map(({ title, publisher, publishedOn }) => [title, publisher, publishedOn])).toEqual([
    ['Ferry crews to train on the Clyde', 'The Western Gazette', '2024-12-14'],
    ['Slipway closed for a month', 'Lorn Courier (Oban)', '2024-12-09'],
    ['Letters: who pays for the pier?', 'The Western Gazette', '2024-12-08'],
  ])
  expect(shown(articles[0]!).filter(line => !line.includes('['))).toEqual([
    'heading: Ferry crews to train on the Clyde',
    'paragraph: Highlight: Forty deckhands start in spring',
    'paragraph: Forty deckhands will train on the Clyde from next spring, the ferry company said yesterday, under a scheme that has been put off three times.',
    'paragraph: The union said that it would count the places before it thanked anybody.',
    'paragraph: The first ship leaves Gourock on 3 March.',
  ])
})

describe('refuses in words', () => {
  const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
  it.each([
    ['a locked PDF', () => fixture('locked.pdf'), /locked with a password/],
    ['a PDF that is none', () => Buffer.from('%PDF-1.7\nnothing more'), /not a whole PDF/],
  ])('%s', async (_, bytes, reason) => {
    await expect(readAll(readPdf, 'a.pdf', bytes())).rejects.toThrow(reason)
  })
})

it('leaves the bytes it was given as they are', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('fixtures/columns.pdf', import.meta.url)))
  const before = Buffer.from(bytes).toString('base64')
  await readAll(readPdf, 'columns.pdf', bytes)
  expect(Buffer.from(bytes).toString('base64')).toBe(before)
})

it('never crashes on a PDF with bytes changed', { timeout: 60_000 }, async () => {
  const whole = readFileSync(new URL('fixtures/slipway.pdf', import.meta.url))
  let readable = 0
  for (let i = 0; i < 80; i++) {
    const bytes = new Uint8Array(whole)
    for (let j = 0; j < 4; j++) bytes[(i * 7919 + j * 104_729) % bytes.length]! ^= 1 << ((i + j) % 8)
    try {
      await readAll(readPdf, 'a.pdf', bytes)
      readable++
    } catch (error) {
      expect(error).toHaveProperty('code', 'unreadable-file')
    }
  }
  expect(readable).toBeGreaterThan(0)
})
