import type { Page } from '@playwright/test'
import {
  addArticles,
  articleList,
  articleRow,
  openArticle,
  sampleFiles,
  searchBox,
  textFile,
} from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'

test.beforeEach(async ({ page }) => {
  await newPack(page, 'The language')
  await addArticles(page, sampleFiles)
})

const sources = (page: Page) => page.getByRole('region', { name: 'Sources' })
const count = (page: Page) => sources(page).getByRole('status')
const offers = (page: Page) => page.getByRole('listbox', { name: 'What can be typed here' })
const chips = (page: Page) => page.getByRole('list', { name: 'Filters' }).getByRole('button')

test('what is typed is explained once it says more than its words', async ({ page }) => {
  const explanation = sources(page).getByText(/the phrase|any of/i)
  await searchBox(page).fill('small boats')
  await expect(count(page)).toHaveText(/found/)
  await expect(explanation).toBeHidden()
  await searchBox(page).fill('"small boats" OR removals before:2025')
  await expect(explanation).toContainText('the phrase “small boats”')
  await expect(chips(page)).toHaveText(['Published before 1 January 2025'])
  await expect(searchBox(page)).toHaveAccessibleDescription(/^Any of/)
})

test('a slip is mended: what may have been meant is said, and typed by one press', async ({ page }) => {
  await searchBox(page).fill('taksforce type:article')
  await expect(count(page)).toHaveText('0 found. Did you mean taskforce type:article?')
  await sources(page).getByRole('button', { name: 'taskforce type:article' }).click()
  await expect(searchBox(page)).toHaveValue('taskforce type:article')
  await expect(searchBox(page)).toBeFocused()
  await expect(count(page)).toHaveText(/^[1-9]\d* found$/)
})

test('names of fields and their values are completed by keyboard, and nothing is chosen by itself', async ({
  page,
}) => {
  await searchBox(page).press('End')
  await page.keyboard.type('ha')
  await expect(offers(page).getByRole('option')).toHaveText(/^has:/)
  // Enter without going to an offer opens the best match, as ever.
  await expect(offers(page).getByRole('option', { selected: true })).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(searchBox(page)).toHaveValue('has:')
  await expect(searchBox(page)).toBeFocused()
  await expect(offers(page).getByRole('option')).toHaveText(['highlight', 'note', 'version'])
  await page.keyboard.press('ArrowUp')
  await expect(offers(page).getByRole('option', { selected: true })).toHaveText('version')
  await page.keyboard.press('Enter')
  await expect(searchBox(page)).toHaveValue('has:version ')
  await expect(offers(page)).toBeHidden()

  // Escape sends the offers away first, and only then empties the box.
  await searchBox(page).fill('type:')
  await expect(offers(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(offers(page)).toBeHidden()
  await expect(searchBox(page)).toHaveValue('type:')
  await page.keyboard.press('Escape')
  await expect(searchBox(page)).toHaveValue('')

  // The publishers and tags are those of the archive; a click takes one as well.
  await page.keyboard.type('publisher:harb')
  await offers(page).getByRole('option', { name: 'Harbour News' }).click()
  await expect(searchBox(page)).toHaveValue('publisher:"Harbour News" ')
  await expect(searchBox(page)).toBeFocused()
  for (const row of await articleList(page).getByRole('option').all()) {
    await expect(row).toContainText('Harbour News')
  }
})

test('filters are chosen from the menu, stand in the box, and are taken away one by one', async ({
  page,
}) => {
  await searchBox(page).fill('removals')
  await expect(count(page)).toHaveText(/^6 found/)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Not yet cited\s*6$/ })).toBeVisible()
  await page.getByRole('menuitem', { name: /^Not yet cited/ }).click()
  await expect(searchBox(page)).toHaveValue('cited:no removals')
  await expect(chips(page)).toHaveText(['Not cited in any pack'])
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Only articles/ }).click()
  await expect(searchBox(page)).toHaveValue('type:article cited:no removals')
  await expect(chips(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Take away: not cited in any pack' }).click()
  await expect(searchBox(page)).toHaveValue('type:article removals')
  await expect(searchBox(page)).toBeFocused()

  // What is typed is the one truth: a chip comes and goes with it.
  await searchBox(page).fill('removals -tag:ferries')
  await expect(chips(page)).toHaveText(['Not tagged “ferries”'])
  await choose(page, 'Filter', 'Tag…')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('boats')
  await expect(searchBox(page)).toHaveValue('tag:boats removals -tag:ferries')
})

test('where filters leave nothing, it says how much there is without them', async ({ page }) => {
  await searchBox(page).fill('removals type:pack')
  await expect(sources(page)).toContainText('The filter leaves nothing')
  await expect(sources(page)).toContainText('Without it, 6 are found.')
  await sources(page).getByRole('button', { name: 'Take the filter away' }).click()
  await expect(searchBox(page)).toHaveValue('removals')
  await expect(count(page)).toHaveText(/^6 found/)
  await searchBox(page).fill('zeppelin type:pack has:note')
  await expect(sources(page)).toContainText('Nothing is found without them either.')
  await searchBox(page).fill('!!!')
  await expect(sources(page)).toContainText('There is no word to search for')
})

test('the order is chosen and remembered', async ({ page }) => {
  await addArticles(page, [textFile('undated.txt', 'A day of removals\n\nRemovals went on.')])
  await searchBox(page).fill('removals')
  const days = async () =>
    (await articleList(page).getByRole('option').allTextContents()).flatMap(words => {
      const day = /· (\d+ \w+ \d{4})/.exec(words)
      return day ? [Date.parse(`${day[1]} UTC`)] : []
    })
  await expect(count(page)).toHaveText(/^7 found/)
  await chooseOrder(page, 'Best match', 'Oldest first')
  await expect.poll(async () => isSorted(await days())).toBe(true)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Oldest first' })).toBeVisible()
  await expect(count(page)).toHaveText('11 articles, oldest first')
  await searchBox(page).fill('removals')
  await chooseOrder(page, 'Oldest first', 'Newest first')
  await expect.poll(async () => isSorted((await days()).reverse())).toBe(true)
  await chooseOrder(page, 'Newest first', 'By publisher')
  const publishers = async () =>
    (await articleList(page).locator('[class*=meta]').allTextContents()).map(words => words.split(' · ')[0]!)
  await expect
    .poll(async () => {
      const named = (await publishers()).filter(name => name !== 'Publisher not known')
      return named.length > 3 && named.join() === named.toSorted((a, b) => a.localeCompare(b, 'en-GB')).join()
    })
    .toBe(true)
  expect((await publishers()).at(-1)).toBe('Publisher not known')
  await searchBox(page).fill('')
  await expect(count(page)).toHaveText('11 articles, by publisher')
})

test('F1 says how to search, and Escape goes back to the box', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'How to search' })
  await expect(help.getByRole('row', { name: /"small boats"/ })).toContainText('in a row')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(searchBox(page)).toBeFocused()
  await page.getByRole('button', { name: 'How to search' }).click()
  await expect(help).toBeVisible()
})

test('F3 goes from place to place of what was searched, in any form of the word', async ({ page }) => {
  await searchRemovals(page)
  const article = await openArticle(page, 'Removals reach highest rate')
  const found = page.getByRole('search', { name: 'Places found' })
  await expect(found).toContainText('2 of 4 found')
  await expect(article.locator('mark')).toHaveText([/Removals/, /removed/, /removal/, /remov/])
  await page.keyboard.press('F3')
  await expect(found).toContainText('3 of 4 found')
  await expect(article.locator('mark', { hasText: 'removal' }).last()).toBeInViewport()
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('Shift+F3')
  await expect(found).toContainText('1 of 4 found')
  await found.getByRole('button', { name: 'Next' }).click()
  await expect(found).toContainText('2 of 4 found')
  await found.getByRole('button', { name: /^Close/ }).click()
  await expect(article.locator('mark')).toHaveCount(0)

  // Within the article other words are looked for in the same way.
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Find in the article' }).fill('charter flight')
  await expect(article.locator('mark')).toHaveText(['Charter flights'])
  await expect(page.getByRole('region', { name: 'Reader' })).toContainText('1 of 1')
})

test('F3 pressed while the article is still being opened goes on from its passage', async ({
  page,
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'holds the article back on its way')
  await searchRemovals(page)
  const { promise: isWanted, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/call', async route => {
    if (route.request().postData()?.includes('"articles.get"')) await isWanted
    await route.continue()
  })
  await articleRow(page, 'Removals reach highest rate').click()
  await expect(page.getByText('Opening the article…')).toBeVisible()
  await page.keyboard.press('F3')
  release()
  await expect(page.getByRole('search', { name: 'Places found' })).toContainText('3 of 4 found')
  await expect(page.locator('mark', { hasText: 'removal' }).last()).toBeInViewport()
  await page.keyboard.press('F3')
  await expect(page.getByRole('search', { name: 'Places found' })).toContainText('4 of 4 found')
})

/** A row of the list before would open its article without the words. */
async function searchRemovals(page: Page): Promise<void> {
  await searchBox(page).fill('removals type:article')
  await expect(count(page)).toHaveText(/^6 found/)
}

const isSorted = (days: number[]) => days.length > 4 && days.every((day, i) => i === 0 || day >= days[i - 1]!)

async function chooseOrder(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click()
  await page.getByRole('option', { name: to }).click()
}
