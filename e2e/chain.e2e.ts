import type { Page } from '@playwright/test'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved } from './draftText.ts'
import { newPack } from './openPack.ts'
import { type ReadPage, type ReadPdf, readPdf } from './readPdf.ts'
import { clickBehind, selectWords } from './selectWords.ts'

const quoted = 'The harbour board expects the second berth to open before the spring tides.'
const cited = 'Freight through the port fell by 7% in the year to October'

const files = [
  {
    name: 'harbour-board.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      `Harbour board sets a date for the second berth\n\n${quoted} Work on the quay wall has been slow since a storm tore away two of its piles, but divers have now set the last of the new ones.\n\nSource: Estuary Gazette\n4 November 2024\n`,
    ),
  },
  {
    name: 'freight-figures.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      `<!doctype html><html lang="en"><head><title>Freight figures for the port</title></head><body><article><h1>Freight figures for the port</h1><p>${cited}, the port authority said on Monday, as two lines moved their weekly sailings to a deeper harbour.</p><p>The authority expects trade to return once the second berth is open and the larger ships can call again.</p></article></body></html>`,
    ),
  },
]

test('a morning: from articles on the disk to a PDF whose every statement can be followed', async ({
  page,
}) => {
  await newPack(page, 'Second berth: reopening the port', 'Ministerial submission')

  await page.getByTestId('add-files').setInputFiles(files)
  await expect(page.getByRole('dialog', { name: '2 articles added' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()

  await fillHead(page)
  await writeParagraph(page, 'Trade suffers while the berth is closed.')

  await search(page, 'spring tides', 'Harbour board sets a date for the second berth')
  const article = page.getByRole('article')
  await selectWords(page, article, quoted)
  await page.getByRole('button', { name: 'Quote in draft' }).click()
  await expect(draftText(page).locator('blockquote')).toContainText(quoted)
  await expect(draftText(page).locator('blockquote')).toContainText('Quoted from')

  await search(page, 'weekly sailings', 'Freight figures for the port')
  await clickBehind(page, draftText(page), 'while the berth is closed.')
  await selectWords(page, article, cited)
  await page.getByRole('button', { name: 'Cite', exact: true }).click()
  await expect(draftText(page).getByRole('link', { name: /^Citation 1/ })).toBeVisible()
  await expect(
    draftText(page)
      .locator('blockquote')
      .getByRole('link', { name: /^Citation 2/ }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cited in paragraph 1' })).toBeVisible()
  await expectSaved(page)

  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByRole('dialog', { name: 'The PDF is ready' })).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(
    /^\d{4}-\d\d-\d\d-second-berth-reopening-the-port-official-sensitive-v0-\d+\.pdf$/,
  )
  const pdf = await readPdf(await download.path())

  for (const { lines } of pdf.pages) {
    expect(lines[0]?.words).toBe('OFFICIAL-SENSITIVE')
    expect(lines.at(-1)?.words).toContain('OFFICIAL-SENSITIVE')
  }
  expect(pdf.pages[0]?.words).toContain('Minister for Ports')
  expect(pdf.pages[0]?.words).toContain('1. Trade suffers while the berth is closed.')
  expectLinkedBothWays(pdf, 'while the berth is closed.', 'Freight through the port fell')
  // The quotation is longer than a line: its citation stands behind its last word.
  expectLinkedBothWays(pdf, 'tides.”', 'The harbour board expects')
})

async function fillHead(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Security marking' }).fill('OFFICIAL-SENSITIVE')
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('Minister for Ports')
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('Ports Policy Team')
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('5 November 2024')
  await page.getByRole('textbox', { name: 'Copy', exact: true }).fill('Permanent Secretary')
}

/** Writes over what the template asks for in its first paragraph. */
async function writeParagraph(page: Page, words: string): Promise<void> {
  await selectWords(page, draftText(page), '[Say what the minister has to decide]')
  await page.keyboard.type(words)
  await expect(draftText(page)).toContainText(words)
}

async function search(page: Page, words: string, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await page.keyboard.type(words)
  await page.getByRole('option', { name: title }).click()
  await expect(page.getByRole('article', { name: title })).toBeVisible()
}

/** Fails unless a link beside words of the text leads to its passage in the extracts, and one there leads back. */
function expectLinkedBothWays({ pages }: ReadPdf, stated: string, passage: string): void {
  const from = placesOf(pages, stated)[0]!
  const to = placesOf(pages, passage).at(-1)!
  const beside = pages[from.page]?.links.filter(({ y }) => Math.abs(y - from.y) < 6) ?? []
  expect(beside.filter(link => leadsTo(link, to))).toHaveLength(1)
  const below = pages[to.page]?.links.filter(({ y }) => y < to.y + 6 && y > to.y - 60) ?? []
  expect(below.some(link => leadsTo(link, from))).toBe(true)
}

interface Place {
  page: number
  y: number
}

const placesOf = (pages: ReadPage[], words: string): Place[] =>
  pages.flatMap(({ lines }, page) =>
    lines.flatMap(line => (line.words.includes(words) ? [{ page, y: line.y }] : [])),
  )

/** A link shows the line it leads to with a little room above. */
const leadsTo = (link: { page: number; top: number }, { page, y }: Place): boolean =>
  link.page === page && link.top > y && link.top < y + 40
