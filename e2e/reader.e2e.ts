import type { Page } from '@playwright/test'
import { addArticles, articleRow, messages, openArticle, sampleFile } from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'
import { selectWords } from './selectWords.ts'

const title = 'Small boats and removals: the figures, and where they disagree'
const drawn = 'nearly 13,500 people have been removed since July'

test.beforeEach(async ({ page }) => {
  await newPack(page, 'Reader')
  await addArticles(page, [sampleFile('crossings-and-removals-in-figures.html')])
  await openArticle(page, title)
})

test('highlights made with the mouse and with the keyboard are kept, with their exact words', async ({
  despatch,
}) => {
  let { page } = despatch
  await selectWords(page, page.getByRole('article'), drawn)
  await expect(selectionBar(page)).toBeInViewport()
  await selectionBar(page).getByRole('button', { name: 'Figure' }).click()
  await expect(selectionBar(page)).toBeHidden()
  await expect(note(page, 'Figure', drawn)).toBeInViewport()
  await note(page, 'Figure', drawn).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('The department calls it operational.')
  await page.getByRole('textbox', { name: 'Tags' }).fill('removals, to check')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // From the paragraph that has the focus: the next one, its first words, the tools, the second kind.
  await page.locator('[data-block]', { hasText: 'We asked about the difference' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  for (const _ of ['number', 'would']) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('F10')
  await expect(selectionBar(page).getByRole('button', { name: 'Claim' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(note(page, 'Claim', 'Either number would')).toBeVisible()
  // The keyboard goes on where it was.
  await expect(page.locator('[data-block]:focus')).toContainText('Either number would')

  page = await despatch.restart()
  await page
    .getByRole('button', { name: /^Reader/ })
    .first()
    .click()
  await expect(articleRow(page, title)).toContainText('2 highlights')
  await openArticle(page, title)
  expect(await exactWords(page, 'Claim', 'Either number would')).toBe('Either number would')
  expect(await exactWords(page, 'Figure', drawn)).toBe(drawn)
  await expect(page.getByRole('complementary')).toContainText('The department calls it operational.')
  await expect(page.getByRole('complementary')).toContainText('Tags: removals, to check')
})

test('a highlight has the words of the source also in a table, and over the border of two blocks', async ({
  page,
}) => {
  const article = page.getByRole('article')
  // The keys that follow at once must not find an older selection.
  for (const words of ['19% above the same date in 2023', 'isn’t a detail', '“operational”']) {
    await selectWords(page, article, words)
    await page.keyboard.press('Control+Shift+1')
    expect(await exactWords(page, 'Claim', words)).toBe(words)
  }
  const [heading, below] = [
    'Arrivals',
    'The daily counts are provisional but open to anyone. We have added them up.',
  ]
  await page.locator('[data-block]', { hasText: 'Two sets of numbers will decide' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  for (const _ of below.split(' ')) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+4')
  expect(await exactWords(page, 'Background', heading)).toBe(`${heading}\n${below.replace(/\.$/, '')}`)
})

test('kind and note are changed, and a highlight removed by mistake comes back', async ({ page }) => {
  await selectWords(page, page.getByRole('article'), drawn)
  await page.keyboard.press('Control+Shift+2')
  await page.locator('mark', { hasText: drawn }).click()
  const dialog = page.getByRole('dialog', { name: 'Highlight' })
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Compare with the 12,900.')
  await dialog.getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Counter-view' }).click()
  // Escape closes like any other way out: what was typed is kept.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(note(page, 'Counter-view', drawn)).toBeVisible()
  await expect(page.getByRole('complementary')).toContainText('Compare with the 12,900.')

  await note(page, 'Counter-view', drawn).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(note(page, 'Counter-view', drawn)).toBeHidden()
  await expect(page.locator('mark', { hasText: drawn })).toBeHidden()
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(note(page, 'Counter-view', drawn)).toBeVisible()
  await expect(page.getByRole('complementary')).toContainText('Compare with the 12,900.')
})

test('page furniture is one click away, with why it was hidden', async ({ page }) => {
  const article = page.getByRole('article')
  const cookies = article.getByText('This site uses cookies.')
  await expect(cookies).toBeHidden()
  await expect(article).toContainText(/\d+ pieces of page furniture hidden/)
  await article.getByRole('button', { name: 'Show page furniture' }).click()
  await expect(cookies).toBeVisible()
  await expect(article).toContainText('Page furniture: Cookie or privacy notice')
  await article.getByRole('button', { name: 'Hide page furniture' }).click()
  await expect(cookies).toBeHidden()
})

test('what Despatch took for page furniture is overruled, also by keyboard, and that is undone', async ({
  page,
}) => {
  const article = page.getByRole('article')
  const cookies = article.getByText('This site uses cookies.')
  await article.getByRole('button', { name: 'Show page furniture' }).click()
  await article.getByRole('button', { name: /^Not furniture: “This site uses cookies/ }).click()
  await expect(article).toContainText('Shown by you')
  await expect(article.getByRole('button', { name: /^As Despatch thought: “This site uses/ })).toBeFocused()
  await article.getByRole('button', { name: 'Hide page furniture' }).click()
  await expect(cookies).toBeVisible()
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(cookies).toBeHidden()

  // The other way round: a paragraph of the article that is none, from the paragraph that has the focus.
  await article.getByRole('button', { name: 'Show page furniture' }).click()
  const paragraph = article.locator('[data-block]', { hasText: 'We asked about the difference' })
  await paragraph.focus()
  await page.keyboard.press('Tab')
  await expect(article.getByRole('button', { name: /^Hide as furniture: “We asked/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(article).toContainText('Hidden by you')
  await article.getByRole('button', { name: 'Hide page furniture' }).click()
  await expect(paragraph).toBeHidden()
  await page.reload()
  await openArticle(page, title)
  await expect(paragraph).toBeHidden()
  await article.getByRole('button', { name: 'Show page furniture' }).click()
  await article.getByRole('button', { name: /^As Despatch thought: “We asked/ }).click()
  await article.getByRole('button', { name: 'Hide page furniture' }).click()
  await expect(paragraph).toBeVisible()
})

test('words are found in the article with Ctrl+F, and the original can be had', async ({ page }) => {
  await page.locator('[data-block][tabindex="0"]').focus()
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await field.fill('number')
  const bar = page.getByRole('search').filter({ has: field })
  await expect(bar.getByRole('status')).toHaveText(/^1 of [2-9]/)
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText(/^2 of [2-9]/)
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(page.locator('[data-block]:focus')).toContainText(/number/i)

  const [original] = await Promise.all([
    page.waitForEvent('download'),
    choose(page, 'Article', 'Download the original'),
  ])
  expect(original.suggestedFilename()).toBe('crossings-and-removals-in-figures.html')
})

const selectionBar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' })

const note = (page: Page, kind: string, words: string) =>
  page.getByRole('button', { name: `${kind}: open the highlight “${words.slice(0, 40)}` })

/** The words that are stored with a highlight, as its dialog quotes them. */
async function exactWords(page: Page, kind: string, words: string): Promise<string | null> {
  await note(page, kind, words).click()
  const dialog = page.getByRole('dialog', { name: 'Highlight' })
  const exact = await dialog.getByRole('blockquote').textContent()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return exact
}
