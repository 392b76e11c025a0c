import type { Page } from '@playwright/test'
import { addArticles, articleList, articleRow, messages, openArticle, textFile } from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'

const titles = ['A day on the quay', 'Fog on the water', 'The market moves', 'Wall to be mended']

test.beforeEach(async ({ page }) => {
  await newPack(page, 'Selection')
  await addArticles(
    page,
    titles.map(title => textFile(`${title}.txt`, `${title}\n\nThe ferry was late on the day of “${title}”.`)),
  )
})

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected articles' })
const selected = (page: Page) => articleList(page).getByRole('option', { selected: true })
const many = (page: Page) => page.getByRole('dialog', { name: /^Tags and handling of/ })

test('several articles are selected with the mouse, tagged at once, and that is undone', async ({ page }) => {
  await articleRow(page, titles[0]!).click({ modifiers: ['Control'] })
  await articleRow(page, titles[2]!).click({ modifiers: ['Control'] })
  await expect(page.getByRole('region', { name: 'Sources' })).toContainText('2 selected')
  await expect(page.getByText('Nothing is open')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Tag…' }).click()
  await expect(many(page).getByRole('textbox', { name: 'Add tags' })).toBeFocused()
  await page.keyboard.type('ferries, to check')
  await many(page).getByRole('textbox', { name: 'Purpose' }).fill('Ferry submission')
  await many(page).getByRole('button', { name: 'Save for all 2' }).click()
  await expect(many(page)).toBeHidden()
  for (const title of [titles[0]!, titles[2]!])
    await expect(articleRow(page, title)).toContainText('Tags: ferries, to check')
  await expect(articleRow(page, titles[1]!)).not.toContainText('Tags')

  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(articleList(page)).not.toContainText('Tags')
  await bar(page).getByRole('button', { name: 'Clear' }).click()
  await expect(bar(page)).toBeHidden()
  await expect(articleList(page)).toBeFocused()
})

test('by keyboard: what differs is shown as various, and only what is touched changes', async ({ page }) => {
  await openArticle(page, titles[1]!)
  await choose(page, 'Article', 'Edit details…')
  const details = page.getByRole('dialog', { name: 'Details of the article' })
  await details.getByRole('tab', { name: 'Tags and handling' }).click()
  await details.getByRole('textbox', { name: 'Tags' }).fill('fog')
  await details.getByRole('textbox', { name: 'Licence note' }).fill('Licence 42')
  await details.getByRole('textbox', { name: 'Keep until' }).fill('14 December 2027')
  await details.getByRole('tab', { name: 'Where it comes from' }).click()
  await expect(details).toContainText(/SHA-256\s*[0-9a-f]{64}/)
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(articleRow(page, titles[1]!)).toContainText('Tags: fog')

  await articleList(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+a')
  await expect(selected(page)).toHaveCount(4)
  await page.keyboard.press('Control+ ')
  await expect(selected(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
  for (const _ of titles.slice(1)) await page.keyboard.press('Shift+ArrowDown')
  await expect(selected(page)).toHaveCount(4)

  await bar(page).getByRole('button', { name: 'Keep until…' }).press('Enter')
  const field = (name: string) => many(page).getByRole('textbox', { name })
  await expect(field('Keep until')).toBeFocused()
  await expect(field('Keep until')).toHaveAttribute('placeholder', 'various')
  await expect(field('Licence note')).toHaveAttribute('placeholder', 'various')
  await expect(field('Purpose')).not.toHaveAttribute('placeholder', 'various')
  await page.keyboard.type('soon')
  await expect(many(page).getByRole('button', { name: 'Save for all 4' })).toBeDisabled()
  await field('Keep until').fill('1 March 2028')
  await many(page).getByRole('checkbox', { name: 'fog (on 1)' }).press(' ')
  await page.keyboard.press('Tab')
  await many(page).getByRole('button', { name: 'Save for all 4' }).press('Enter')
  await expect(articleList(page)).not.toContainText('Tags')

  await choose(page, 'Article', 'Edit details…')
  await details.getByRole('tab', { name: 'Tags and handling' }).click()
  await expect(details.getByRole('textbox', { name: 'Keep until' })).toHaveValue('1 March 2028')
  // What was not touched stays, where they differed too.
  await expect(details.getByRole('textbox', { name: 'Licence note' })).toHaveValue('Licence 42')
})

test('two articles are said to carry the same copy, and that is undone', async ({ page }) => {
  await articleRow(page, titles[0]!).click({ modifiers: ['Control'] })
  await articleRow(page, titles[1]!).click({ modifiers: ['Control'] })
  await bar(page).getByRole('button', { name: 'The same copy' }).click()
  await expect(articleRow(page, titles[0]!)).toContainText('The same copy in 1 other')
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(articleRow(page, titles[0]!)).not.toContainText('The same copy')
})

test('several articles are removed at once and come back', async ({ page }) => {
  const rows = articleList(page).getByRole('option')
  await rows.nth(1).click()
  await expect(page.getByRole('article')).toBeVisible()
  await rows.nth(1).click({ modifiers: ['Control'] })
  await rows.last().click({ modifiers: ['Shift'] })
  await expect(selected(page)).toHaveCount(3)
  await bar(page).getByRole('button', { name: 'Remove' }).click()
  await expect(rows).toHaveCount(1)
  await expect(page.getByText('Nothing is open')).toBeVisible()
  await expect(messages(page)).toContainText('3 articles were removed')
  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(articleList(page).getByRole('option')).toHaveCount(titles.length)
})
