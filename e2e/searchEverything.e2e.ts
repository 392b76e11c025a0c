import type { Page } from '@playwright/test'
import { addArticles, articleList, messages, openArticle, searchBox, textFile } from './articles.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved } from './draftText.ts'
import { newPack } from './openPack.ts'
import { selectWords } from './selectWords.ts'

const title = 'The ferry and the pier'
const article = textFile(
  'ferry.txt',
  `${title}\n\nThe ferry was late again.\n\nA diver looked at the pier and found it sound.\n\nThe pier stays open.`,
)

test.beforeEach(async ({ page }) => {
  await newPack(page, 'Everything')
  await addArticles(page, [article])
})

const rows = (page: Page) => articleList(page).getByRole('option')
const count = (page: Page) => page.getByRole('region', { name: 'Sources' }).getByRole('status')

test('a highlight and a note are found, say what they are, and open at their place', async ({ page }) => {
  const text = await openArticle(page, title)
  await selectWords(page, text, 'found it sound')
  await page.keyboard.press('Control+Shift+1')
  await expect(text.locator('mark', { hasText: 'found it sound' })).toBeVisible()
  await searchBox(page).fill('sound type:highlight')
  await expect(rows(page)).toHaveText([/^found it soundHighlight in The ferry and the pier/])

  await text.locator('mark', { hasText: 'found it sound' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the harbourmaster about the zeppelin')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Save|Close|Done)/ })
    .first()
    .click()
  await searchBox(page).fill('zeppelins')
  await expect(rows(page)).toHaveText([/Note on The ferry and the pier/])
  await expect(count(page)).toHaveText('1 found')
  await page.reload()
  await searchBox(page).fill('zeppelins')
  await expect(rows(page)).toHaveCount(1)
  await searchBox(page).press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-block]:focus')).toContainText('found it sound')
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true')
  // It is no article, and is not taken together with articles.
  await articleList(page).focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toBeHidden()
})

test('a pack is found by its words, and opens at them; the search stays', async ({ page }) => {
  await draftText(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The dirigible has landed.')
  await expectSaved(page)
  // In the pack that is open the draft is searched.
  await searchBox(page).fill('dirigibles')
  await expect(rows(page)).toHaveText([/^Pack Everything/])
  await rows(page).first().click()
  const find = page.getByRole('textbox', { name: 'Find in the draft' })
  await expect(find).toHaveValue('dirigibles')
  await expect(draftText(page).locator('.found')).toHaveText('dirigible')

  await page.getByRole('button', { name: 'Packs', exact: true }).click()
  await newPack(page, 'Another')
  await expect(draftText(page)).not.toContainText('dirigible')
  await expect(searchBox(page)).toHaveValue('dirigibles')
  await searchBox(page).press('Enter')
  await expect(draftText(page)).toContainText('The dirigible has landed.')
  await expect(draftText(page).locator('.found')).toHaveText('dirigible')
  await expect(searchBox(page)).toHaveValue('dirigibles')
})

test('F3 goes from place to place in the draft', async ({ page }) => {
  await draftText(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' A ferry. Two ferries.')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('ferry')
  const draft = page.getByRole('region', { name: 'Draft' })
  await expect(draft).toContainText('2 found')
  await page.keyboard.press('F3')
  const place = async () => /(\d) of 2/.exec((await draft.textContent()) ?? '')?.[1]
  await expect.poll(place).toBeDefined()
  const first = await place()
  await page.keyboard.press('Shift+F3')
  await expect.poll(place).not.toBe(first)
})

test('a search is saved, says what is new, opens, and comes back when it was removed by mistake', async ({
  page,
}) => {
  const saved = page.getByRole('dialog', { name: 'Saved searches' })
  const open = () => page.getByRole('button', { name: 'Saved', exact: true }).click()
  await open()
  await expect(saved).toContainText('None yet.')
  await page.keyboard.press('Escape')
  await searchBox(page).fill('pier')
  await expect(count(page)).toHaveText('1 found')
  await open()
  await expect(saved.getByRole('textbox', { name: 'Save this search as' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('About the pier')
  await page.keyboard.press('Enter')
  await expect(messages(page)).toContainText('The search was saved as “About the pier”.')

  await searchBox(page).fill('')
  await addArticles(page, [textFile('pier.txt', 'Piers again\n\nThe pier is painted.')])
  await page.reload()
  await open()
  await saved.getByRole('button', { name: 'About the pier 1 more than last time' }).click()
  await expect(searchBox(page)).toHaveValue('pier')
  await expect(count(page)).toHaveText('2 found')
  await open()
  await expect(saved).toContainText('nothing new')
  await saved.getByRole('button', { name: /^Remove/ }).click()
  await expect(saved.getByRole('list', { name: 'Saved searches' })).toBeHidden()
  await page.keyboard.press('Escape')
  await messages(page).getByRole('button', { name: 'Undo' }).click()

  // The palette has it, too.
  await searchBox(page).fill('')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('saved about')
  await page.keyboard.press('Enter')
  await expect(searchBox(page)).toHaveValue('pier')
})
