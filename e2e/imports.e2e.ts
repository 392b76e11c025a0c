import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  addArticles,
  addFiles,
  articleList,
  articleRow,
  messages,
  openArticle,
  textFile,
} from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'
import { htmlFile, page as webPage } from './stories.ts'

test.beforeEach(({ page }) => newPack(page, 'Imports'))

const story = (name: string, title: string) =>
  textFile(`${name}.txt`, `${title}\n\nThe ferry was late, said ${name}.`)
const sources = (page: Page) => page.getByRole('region', { name: 'Sources' })
const paneOf = (page: Page) => sources(page).locator('> div')

test('the report of an import is looked through by outcome and by words, read from, and saved', async ({
  page,
}, info) => {
  await addArticles(page, [story('first', 'A day on the quay')])
  const report = await addFiles(page, [
    story('first', 'A day on the quay'),
    story('second', '=HYPERLINK("https://harbour.example")'),
    story('third', 'The market moves'),
    textFile('nothing.txt', ''),
    textFile('blank.txt', ' \n \n'),
  ])
  await expect(report.getByRole('heading', { level: 2 })).toHaveText(
    '2 articles added, 1 already there, 2 not added',
  )
  const lines = report.getByRole('list', { name: 'What became of each file' }).getByRole('listitem')
  await expect(lines).toHaveCount(5)
  await expect(lines.first()).toContainText('Not added')

  await report.getByRole('radio', { name: 'Not added 2' }).click()
  await expect(lines).toHaveCount(2)
  await expect(report.getByRole('status')).toHaveText('2 of 5 shown')
  await report.getByRole('searchbox', { name: /^Words/ }).fill('nothing')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText(/nothing\.txt.*it is empty/)
  await report.getByRole('radio', { name: 'Added 2', exact: true }).click()
  await expect(report).toContainText('No line of the report has these words')
  await report.getByRole('button', { name: 'Show all lines' }).click()
  await expect(lines).toHaveCount(5)

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('button', { name: 'Save the report' }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^Import report \d{4}-\d\d-\d\d\.csv$/)
  const path = info.outputPath('report.csv')
  await saved.saveAs(path)
  const csv = readFileSync(path, 'utf8')
  expect(csv.startsWith('\uFEFFOutcome,Title,File,Reason,Article\r\n')).toBe(true)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
  // A spreadsheet must not run what a stranger wrote.
  expect(csv).toContain(`Added,"'=HYPERLINK(""https://harbour.example"")",second.txt`)

  await report.getByRole('button', { name: 'Read “The market moves”' }).click()
  await expect(report).toBeHidden()
  await expect(page.getByRole('article', { name: 'The market moves' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill('last import report')
  await page.keyboard.press('Enter')
  await expect(report).toBeVisible()
})

test('while an import runs one may go on working, look at it again, and is told when it is done', async ({
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'holds back a request')
  const { page } = despatch
  const goOn = await holdBackImport(page)
  await page.getByTestId('add-files').setInputFiles([story('first', 'A day on the quay')])
  const dialog = page.getByRole('dialog', { name: 'Adding articles' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Go on working' })).toBeFocused()
  await expect(dialog).toContainText('What was taken in stays.')
  await expect(dialog).toContainText('Time left')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(sources(page).getByRole('progressbar')).toBeVisible()
  await sources(page).getByRole('button', { name: 'Show how far it is' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  goOn()
  await expect(messages(page)).toContainText('1 article added.')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await messages(page).getByRole('button', { name: 'Show the report' }).click()
  await expect(page.getByRole('dialog', { name: '1 article added' })).toContainText('A day on the quay')
})

test('an import that is cancelled keeps what was taken in, and says how much was not read', async ({
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'holds back a request')
  const { page } = despatch
  const goOn = await holdBackImport(page)
  // One that is cancelled while its files still travel has taken nothing in.
  const begun = page.waitForRequest(request => request.postData()?.includes('"articles.import"') ?? false)
  await page
    .getByTestId('add-files')
    .setInputFiles(Array.from({ length: 60 }, (_, i) => story(`story ${i}`, `Day ${i} on the quay`)))
  const dialog = page.getByRole('dialog', { name: 'Adding articles' })
  await begun
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: 'Stopping…' })).toBeDisabled()
  goOn()
  const report = page.getByRole('dialog', { name: /articles added$/ })
  await expect(report).toContainText(/Adding was cancelled: \d+ sources were not read/)
  const added = Number.parseInt((await report.getByRole('heading', { level: 2 }).textContent())!, 10)
  await expect(report).toContainText(`${60 - added} sources were not read`)
  await report.getByRole('button', { name: 'Close' }).click()
  await expect(sources(page).getByRole('status')).toHaveText(`${added} articles, newest first`)
})

test('an article is pasted with its headings, its address and a title', async ({ page }) => {
  await choose(page, 'Add articles', 'From the clipboard…')
  const dialog = page.getByRole('dialog', { name: 'Add an article from the clipboard' })
  const field = (name: RegExp) => dialog.getByRole('textbox', { name })
  await expect(field(/^Text/)).toBeFocused()
  await dialog.getByRole('button', { name: 'Add the article' }).click()
  await expect(field(/^Text/)).toHaveAccessibleDescription(/There is no text yet/)
  await expect(field(/^Text/)).toBeFocused()

  await paste(page, {
    'text/html':
      '<h1>The quay wall</h1><p>It will be <b>mended</b> by June.</p><h2>What it costs</h2><p>£4,000.</p>',
    'text/plain': 'The quay wall\nIt will be mended by June.\nWhat it costs\n£4,000.',
  })
  await expect(field(/^Text/)).toHaveValue(/It will be mended by June/)
  await expect(dialog).toContainText('Headings, lists and links are kept')
  await field(/^Web address/).fill('harbour')
  await dialog.getByRole('button', { name: 'Add the article' }).click()
  await expect(field(/^Web address/)).toHaveAccessibleDescription(/beginning with https/)
  await field(/^Web address/).fill('https://harbour.example/wall')
  await field(/^Title/).fill('Quay wall to be mended')
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: '1 article added' })
  await expect(report).toContainText('Pasted text.html')
  await report.getByRole('button', { name: 'Read “Quay wall to be mended”' }).click()
  const article = page.getByRole('article', { name: 'Quay wall to be mended' })
  await expect(article.getByRole('heading', { name: 'What it costs' })).toBeVisible()
  await choose(page, 'Article', 'Edit details…')
  const details = page.getByRole('dialog', { name: 'Details of the article' })
  await expect(details.getByRole('textbox', { name: 'Web address' })).toHaveValue(
    'https://harbour.example/wall',
  )
  await expect(details.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription(
    'Corrected by hand.',
  )
})

test('Ctrl+V in Sources opens the same dialog, filled; in the search box it pastes words to search', async ({
  page,
}) => {
  await addArticles(page, [story('first', 'A day on the quay')])
  await articleList(page).focus()
  await paste(page, { 'text/plain': 'Fog on the water\n\nNo boat sailed on Monday.' })
  const dialog = page.getByRole('dialog', { name: 'Add an article from the clipboard' })
  await expect(dialog.getByRole('textbox', { name: /^Text/ })).toHaveValue(/No boat sailed/)
  await expect(dialog.getByRole('textbox', { name: /^Web address/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '1 article added' }).getByRole('button', { name: 'Close' }).click()
  await expect(articleRow(page, 'Fog on the water')).toBeVisible()

  await page.keyboard.press('Control+Shift+F')
  await paste(page, { 'text/plain': 'fog' })
  await expect(dialog).toBeHidden()
})

test('what a browser lets one drag is taken, or it is said why it cannot be', async ({ page }) => {
  const url = 'https://harbour.example/pier'
  await paneOf(page).drop({ data: { 'text/uri-list': url, 'text/html': `<a href="${url}">The pier</a>` } })
  await expect(messages(page)).toContainText('Despatch never fetches pages.')
  await messages(page).getByRole('button', { name: 'Paste its text…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an article from the clipboard' })
  await expect(dialog.getByRole('textbox', { name: /^Web address/ })).toHaveValue(url)
  await page.keyboard.press('Escape')

  await paneOf(page).drop({
    data: {
      'text/uri-list': url,
      'text/html': '<h1>The pier opens</h1><p>It was closed for two years after a storm.</p>',
      'text/plain': 'The pier opens\nIt was closed for two years after a storm.',
    },
  })
  const report = page.getByRole('dialog', { name: '1 article added' })
  await report.getByRole('button', { name: 'Read “The pier opens”' }).click()
  await expectAddress(page, url)

  await paneOf(page).drop({
    files: htmlFile(
      'market.html',
      webPage('Harbour News', 'The market moves', ['It moves to the old yard in June.']),
    ),
    data: { 'text/uri-list': 'https://harbour.example/market' },
  })
  await expect(report).toContainText('market.html')
  await report.getByRole('button', { name: 'Close' }).click()
  await openArticle(page, 'The market moves')
  await expectAddress(page, 'https://harbour.example/market')

  await paneOf(page).drop({ data: { 'text/plain': 'Words without an address.' } })
  await expect(dialog.getByRole('textbox', { name: /^Text/ })).toHaveValue('Words without an address.')
})

async function expectAddress(page: Page, url: string): Promise<void> {
  await choose(page, 'Article', 'Edit details…')
  const details = page.getByRole('dialog', { name: 'Details of the article' })
  await expect(details.getByRole('textbox', { name: 'Web address' })).toHaveValue(url)
  await page.keyboard.press('Escape')
}

/** Holds back every import until what it gives is called. */
async function holdBackImport(page: Page): Promise<() => void> {
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route('**/call', async route => {
    if (route.request().postDataJSON().name === 'articles.import') await held
    await route.continue()
  })
  return goOn
}

/** Pastes into whatever has the focus what another program put on the clipboard. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate(data => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, data)
}
