import type { Page } from '@playwright/test'
import { addArticles, articleList, openArticle, searchBox, textFile } from './articles.ts'
import { expectAccessible } from './axe.ts'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { expectNothingCut } from './nothingCut.ts'
import { newPack } from './openPack.ts'
import { selectWords } from './selectWords.ts'

const title = 'The ferry and the pier'

for (const { name, viewport } of [
  { name: '1280 × 800', viewport: { width: 1280, height: 800 } },
  { name: 'a zoom of 200 %', viewport: { width: 640, height: 400 } },
]) {
  test.describe(`accessible and nothing cut off at ${name}`, () => {
    test.use({ viewport })
    test.slow()

    test('searching: what is offered, filters, every kind of hit, saved searches and help', async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      await newPack(page, 'The pier: what to do about it, and when')
      await addArticles(page, [
        textFile(
          'ferry.txt',
          `${title}\n\nThe ferry was late.\n\nThe pier was found sound.\n\nThe pier stays.`,
        ),
        textFile('other.txt', 'A long look at the piers of the coast\n\nPiers are dear to keep.'),
      ])
      await run(page, 'Go to Sources')
      const text = await openArticle(page, title)
      await selectWords(page, text, 'The pier was found sound')
      await page.keyboard.press('Control+Shift+1')
      await expect(text.locator('mark', { hasText: 'found sound' })).toBeVisible()

      await run(page, 'Go to Sources')
      await searchBox(page).fill('piers')
      await expect(articleList(page).getByRole('option')).toHaveCount(4)
      await look(page)
      await articleList(page).getByRole('option').first().click()
      await expect(page.getByText('2 of 3 found')).toBeVisible()
      await look(page)

      await run(page, 'Go to Sources')
      await searchBox(page).fill('late piers')
      await expect(articleList(page).getByText('With some of the words')).toBeVisible()
      await look(page)

      await searchBox(page).fill('')
      await page.keyboard.type('has:')
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('option', { name: 'highlight', exact: true, selected: true })).toBeVisible()
      await look(page)
      await searchBox(page).fill(
        '("pier was" OR piers) -tag:"a rather long tag of several words" type:article',
      )
      await expect(page.getByText(/^Any of/)).toBeVisible()
      await look(page)
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
      await expect(page.getByRole('menuitem', { name: /^Only notes/ })).toBeVisible()
      await look(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Saved', exact: true }).click()
      await page
        .getByRole('textbox', { name: 'Save this search as' })
        .fill('The pier, without what was tagged')
      await page.keyboard.press('Enter')
      await searchBox(page).fill('ferry type:pack')
      await expect(page.getByText('The filter leaves nothing')).toBeVisible()
      await look(page)
      await page.getByRole('button', { name: 'Saved', exact: true }).click()
      await expect(page.getByText('nothing new')).toBeVisible()
      await look(page)
      await page.keyboard.press('Escape')
      await searchBox(page).press('F1')
      await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible()
      await look(page)
    })
  })
}

/** Runs a command of the palette. */
async function run(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill(label)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden()
}

let shot = 0
async function look(page: Page): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `/tmp/shots2/${page.viewportSize()!.width}-${++shot}.png` })
  if (process.env.SHOTS && page.viewportSize()!.width > 1000) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: `/tmp/shots2/dark-${shot}.png` })
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await expectNothingCut(page)
  // A theme changes colours alone, and those are the same at any size.
  await (page.viewportSize()!.width < 1000 ? expectAccessible(page) : expectAccessibleInBothThemes(page))
}
