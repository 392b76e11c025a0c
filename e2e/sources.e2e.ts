import { writeFileSync } from 'node:fs'
import {
  addArticles,
  addFiles,
  articleList,
  articleRow,
  messages,
  openArticle,
  sampleFile,
  sampleFiles,
  textFile,
} from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'

const rome = 'Channel crossings pass last year’s total'
const romeFile = sampleFile('channel-crossings-pass-last-year.txt')

test.beforeEach(({ page }) => newPack(page, 'Sources'))

test('an empty library says what to do, and takes files from the picker', async ({ page }) => {
  const sources = page.getByRole('region', { name: 'Sources' })
  await expect(sources).toContainText('No articles yet')
  await expect(sources).toContainText('You can also drop them here')
  await expect(page.getByRole('region', { name: 'Reader' })).toContainText('Choose an article in Sources')

  await page.getByRole('button', { name: 'Add articles', exact: true }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'From files…' }).click(),
  ])
  await chooser.setFiles(sampleFiles)
  const report = page.getByRole('dialog', { name: `${sampleFiles.length} articles added` })
  await expect(report.getByRole('listitem')).toHaveCount(sampleFiles.length)
  await expect(report).toContainText(rome)
  await expect(report).toContainText('channel-crossings-pass-last-year.txt')
  await page.keyboard.press('Escape')

  await expect(sources.getByRole('status')).toHaveText('10 articles, newest first')
  await expect(articleList(page).getByRole('option').first()).toContainText(/December 2024/)
})

test('a file that cannot be an article is refused by its name, with what to do', async ({ page }, info) => {
  // 50 MB are read, sent and weighed.
  test.slow()
  const report = await addFiles(page, [
    textFile('nothing.txt', ''),
    textFile('picture.txt', Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256))),
    textFile(
      'two-bytes.txt',
      Buffer.from('\uFEFFTalks resume\n\nMinisters met again on Tuesday.', 'utf16le'),
    ),
    textFile('old-letters.txt', Buffer.from('Café owners speak\n\nA cup is £5 now, they said.', 'latin1')),
  ])
  await expect(report.getByRole('heading')).toHaveText('2 articles added, 2 not added')
  const line = (words: string | RegExp) => report.getByRole('listitem').filter({ hasText: words })
  await expect(line('nothing.txt')).toContainText(/Not added: .*it is empty\. .*import that copy/)
  await expect(line('picture.txt')).toContainText(/Not added: .*it is not text.*save it as text or HTML/)
  await expect(line('two-bytes.txt')).toContainText('Added: Talks resume')
  await expect(line('old-letters.txt')).toContainText('Added: Café owners speak')
  await page.keyboard.press('Escape')
  await expect(articleRow(page, 'Café owners speak')).toContainText('A cup is £5 now')

  const path = info.outputPath('huge.txt')
  writeFileSync(path, Buffer.alloc(50 * 2 ** 20, 'The minister spoke.\n'))
  const huge = await addFiles(page, [path])
  await expect(huge.getByRole('heading')).toHaveText('1 not added')
  await expect(huge.getByRole('listitem')).toContainText(/huge\.txt.* MB/)
})

test('files dropped on the sources are added; one that is there already is said to be', async ({ page }) => {
  const sources = page.getByRole('region', { name: 'Sources' })
  await sources.locator('> div').drop({ files: romeFile })
  const added = page.getByRole('dialog', { name: '1 article added' })
  await expect(added).toContainText(`Added: ${rome}`)
  await added.getByRole('button', { name: 'Close' }).click()

  await sources.locator('> div').drop({ files: romeFile })
  const again = page.getByRole('dialog', { name: '1 already there' })
  await expect(again).toContainText(`Already there: ${rome}`)
  await again.getByRole('button', { name: 'Close' }).click()
  await expect(articleList(page).getByRole('option')).toHaveCount(1)
})

test('what was found about an article is corrected by hand, and stays so', async ({ page }) => {
  await addArticles(page, [romeFile])
  const article = await openArticle(page, rome)
  await choose(page, 'Article', 'Edit details…')
  const dialog = page.getByRole('dialog', { name: 'Details of the article' })
  const field = (name: string) => dialog.getByRole('textbox', { name })
  await expect(field('Title')).toHaveAccessibleDescription('From: first line of the text.')
  await field('Date of publication').fill('soon')
  await expect(field('Date of publication')).toHaveAccessibleDescription(/Write the date as/)
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await field('Title').fill('Crossings pass the total of 2023')
  await field('Publisher').fill('The Evening Ledger')
  await field('Date of publication').fill('16 December 2024')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  await expect(page.getByRole('article')).toContainText('The Evening Ledger')
  await expect(page.getByRole('article')).toContainText('16 December 2024')
  await expect(article).toBeHidden()
  await page.reload()
  const row = articleRow(page, 'Crossings pass the total of 2023')
  await expect(row).toContainText('The Evening Ledger · 16 December 2024')
  await row.click()
  await choose(page, 'Article', 'Edit details…')
  await expect(field('Publisher')).toHaveAccessibleDescription('Corrected by hand.')
  await expect(field('Byline')).toHaveAccessibleDescription(/^From: |Not found/)
})

test('a removed article comes back by Undo, or from what was removed', async ({ page }) => {
  await addArticles(page, [romeFile])
  await openArticle(page, rome)
  await choose(page, 'Article', 'Remove')
  await expect(page.getByText('No articles yet')).toBeVisible()
  await expect(page.getByText('Nothing is open')).toBeVisible()
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article', { name: rome })).toBeVisible()
  await expect(articleRow(page, rome)).toBeVisible()

  await choose(page, 'Article', 'Remove')
  await expect(articleRow(page, rome)).toBeHidden()
  await page.reload()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill('removed')
  await page.keyboard.press('Enter')
  const removed = page.getByRole('dialog', { name: 'Removed' })
  await removed.getByRole('button', { name: `Restore the article “${rome}”` }).click()
  await expect(removed).toContainText('Nothing has been removed')
  await removed.getByRole('button', { name: 'Close' }).click()
  await expect(articleRow(page, rome)).toBeVisible()
})

test('the end of a long list is one key away, and so is its beginning', async ({ page }) => {
  const many = 1100
  const records = Array.from({ length: many }, (_, i) => {
    const text = `Report number ${i}\n\nThe harbour was inspected again, which makes it ${i} times.`
    const response = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${text}`
    return [
      'WARC/1.0',
      'WARC-Type: response',
      `WARC-Target-URI: https://reports.example/${i}`,
      'Content-Type: application/http;msgtype=response',
      `Content-Length: ${Buffer.byteLength(response)}`,
      `\r\n${response}\r\n\r\n`,
    ].join('\r\n')
  })
  await addFiles(page, [{ ...textFile('reports.warc', records.join('')), mimeType: 'application/warc' }])
  await page.keyboard.press('Escape')
  const at = (row: number) => page.locator(`[role=option][aria-posinset="${row}"]`)
  await expect(at(1)).toBeInViewport()
  await articleList(page).focus()
  await page.keyboard.press('End')
  await expect(at(many)).toBeInViewport()
  await expect(at(many)).toContainText('Report number')
  await expect(articleList(page)).toHaveAttribute(
    'aria-activedescendant',
    (await at(many).getAttribute('id'))!,
  )
  await page.keyboard.press('ArrowUp')
  await expect(at(many - 1)).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(at(1)).toBeInViewport()

  await page.getByRole('combobox', { name: /^Search/ }).fill('harbour')
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('status')).toContainText('1,100 found')
  await articleList(page).hover()
  await expect(async () => {
    await page.mouse.wheel(0, 20_000)
    await expect(at(many)).toBeInViewport({ timeout: 100 })
  }).toPass({ intervals: [50] })
})
