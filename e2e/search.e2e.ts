import { addArticles, articleList, articleRow, sampleFiles, searchBox } from './articles.ts'
import { expect, test } from './despatch.ts'
import { newPack } from './openPack.ts'

test.beforeEach(async ({ page }) => {
  await newPack(page, 'Search')
  await addArticles(page, sampleFiles)
})

test('typing finds articles and marks the words in what is shown of them; clearing gives all', async ({
  page,
}) => {
  await page.keyboard.press('Control+Shift+F')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('busiest december')
  const rows = articleList(page).getByRole('option')
  const count = page.getByRole('region', { name: 'Sources' }).getByRole('status')
  await expect(count).toHaveText(/^[1-9]\d* found, then [1-9]\d* with some of the words/)
  const found = Number.parseInt((await count.textContent())!, 10)
  for (const row of (await rows.all()).slice(0, found)) {
    const marked = (await row.locator('mark').allTextContents()).join(' ').toLowerCase()
    expect(marked).toContain('busiest')
    expect(marked).toContain('december')
  }

  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('')
  await expect(count).toHaveText('10 articles, newest first')
  await expect(articleList(page).locator('mark')).toHaveCount(0)
})

test('where few hold all of the words, a quiet line parts them from those with some', async ({ page }) => {
  const rows = articleList(page).getByRole('option')
  const count = page.getByRole('region', { name: 'Sources' }).getByRole('status')
  await searchBox(page).fill('removals zeppelin')
  await expect(count).toHaveText('0 found, then 5 with some of the words')
  await expect(rows).toHaveCount(5)
  await expect(rows.first()).toHaveText(/^With some of the words/)
  await expect(rows.nth(1)).not.toContainText('With some of the words')
  await searchBox(page).fill('removals "zeppelin airship"')
  await expect(count).toHaveText(/^0 found/)
  await expect(rows).toHaveCount(0)

  // All of them selects those that hold all of the words.
  await searchBox(page).fill('busiest december')
  await expect(count).toHaveText(/^[1-9]\d* found, then/)
  const found = Number.parseInt((await count.textContent())!, 10)
  await expect(rows.nth(found)).toHaveText(/^With some of the words/)
  await page.keyboard.press('ArrowDown')
  await expect(articleList(page)).toBeFocused()
  await page.keyboard.press('Control+A')
  await expect(count).toHaveText(new RegExp(`, ${found} selected$`))
})

test('the arrow keys and Enter open an article at the words that were found', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('removals')
  await expect(articleList(page).locator('mark').first()).toBeVisible()
  const second = articleList(page).getByRole('option').nth(1)
  await page.keyboard.press('ArrowDown')
  await expect(articleList(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(second).toHaveAttribute('aria-selected', 'true')
  const article = page.getByRole('article')
  await expect(article).toBeVisible()
  // The keyboard goes along, to the paragraph in which the first of them stands.
  const block = page.locator('[data-block]:focus')
  await expect(block).toBeInViewport()
  await expect(block.locator('mark', { hasText: /^remov(al|als|ed|e)$/i }).first()).toBeInViewport()

  // Up from the first row leads back to the words typed.
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await expect(searchBox(page)).toBeFocused()
})

test('words that stand in page furniture alone are found, and the furniture is then shown', async ({
  page,
}) => {
  await searchBox(page).fill('dredging channel spring')
  const row = articleRow(page, 'Small boats and removals')
  await expect(row.locator('mark').first()).toHaveText(/dredging/i)
  await row.click()
  const furniture = page.getByRole('article').getByText('Dredging to close the north channel until spring')
  await expect(furniture).toBeInViewport()
  await expect(page.getByText('Page furniture: Side column').first()).toBeVisible()
  // Only the piece that was found: the rest of it stays hidden.
  await expect(page.getByRole('article').getByText('How late are the ferries?')).toBeHidden()
})

test('nothing that can be typed is an error', async ({ page }) => {
  const typed = [
    '"',
    '"taskforce',
    "Rome's",
    'taskforce AND NOT (rome OR',
    'a* ^b {c} [d] -e +f title:g NEAR(h i, 2)',
    ';-- DROP TABLE articles',
    '%_\\',
    '👩‍👩‍👧‍👦 🇮🇹',
    '\u202Eemoh\u202C ﷽ x̴̛̛̦͙̀',
    ' \t ',
    'boat '.repeat(2000),
    'z'.repeat(10_000),
  ]
  const sources = page.getByRole('region', { name: 'Sources' })
  for (const words of typed) {
    await searchBox(page).fill(words)
    // Either articles are found or the pane says that none holds these words.
    await expect(sources.getByRole('status')).toHaveText(/^\d+ (found|articles)/)
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0)
  }
  await expect(sources).toContainText(/Nothing holds “z+”/)
  await sources.getByRole('button', { name: 'Clear the search' }).click()
  await expect(searchBox(page)).toBeFocused()
  await expect(sources.getByRole('status')).toHaveText('10 articles, newest first')
})
