import type { Page } from '@playwright/test'
import { articleList, openArticle, searchBox } from './articles.ts'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { expectNothingCut } from './nothingCut.ts'
import { newPack, openSamplePack } from './openPack.ts'
import { selectWords } from './selectWords.ts'

const title = 'Small boats and removals: the figures, and where they disagree'

for (const [size, use] of [
  ['1280 × 800', { viewport: { width: 1280, height: 800 } }],
  ['a zoom of 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
] as const) {
  test.describe(`accessible and nothing cut off at ${size}`, () => {
    test.use(use)

    test('the start screen, empty and with packs', async ({ page }) => {
      // Electron's window has a size of its own.
      await page.setViewportSize(use.viewport)
      await expect(page.getByText('There are no packs yet')).toBeVisible()
      await look(page)
      await newPack(
        page,
        'Removals since July: what can be said, what cannot, and what is still to be published',
      )
      await page.getByRole('button', { name: 'Packs', exact: true }).click()
      await expect(page.getByRole('list', { name: /Packs/ })).toContainText('Removals since July')
      await look(page)
      await page.getByRole('button', { name: /^More for/ }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await look(page)
    })

    test('the desk with the sample pack, each pane of it', async ({ page }) => {
      test.slow()
      await page.setViewportSize(use.viewport)
      await openSamplePack(page)
      await look(page)
      await show(page, 'Sources')
      await expect(articleList(page).getByRole('option').first()).toContainText('highlight')
      await look(page)
      await searchBox(page).fill('zeppelin')
      await expect(page.getByText('Nothing holds')).toBeVisible()
      await look(page)
      await searchBox(page).fill('')
      await openArticle(page, title)
      await page.getByRole('button', { name: 'Show page furniture' }).click()
      await expect(page.getByText('Page furniture: Cookie')).toBeVisible()
      await look(page)
      await selectWords(page, page.getByRole('article'), 'it will need a starting figure')
      await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeInViewport({ ratio: 1 })
      await look(page)
      await page.keyboard.press('Control+Shift+2')
      await expect(page.locator('mark', { hasText: 'it will need a starting figure' })).toBeVisible()
      await page.locator('[data-block]').first().press('Control+f')
      await page.getByRole('textbox', { name: 'Find in the article' }).fill('money')
      await look(page)
    })

    test('the desk while there is nothing in it', async ({ page }) => {
      await page.setViewportSize(use.viewport)
      await newPack(page, 'Empty')
      await show(page, 'Sources')
      await expect(page.getByText('No articles yet')).toBeVisible()
      await look(page)
      await show(page, 'Reader')
      await expect(page.getByText('Nothing is open')).toBeVisible()
      await look(page)
      await show(page, 'Draft')
      await page.getByRole('button', { name: 'Outline' }).click()
      await page.getByRole('button', { name: 'Find', exact: true }).click()
      await expect(page.getByRole('textbox', { name: 'Find in the draft' })).toBeVisible()
      await look(page)
    })
  })
}

/** Shows a pane, which a narrow window may have put behind the others. */
async function show(page: Page, pane: string): Promise<void> {
  const toggle = page.getByRole('toolbar', { name: 'Panes' }).getByRole('button', { name: pane })
  if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click()
  await expect(page.getByRole('region', { name: pane, exact: true })).toBeVisible()
}

/** Looks at the page as it is. */
async function look(page: Page): Promise<void> {
  await expectNothingCut(page)
  await expectAccessibleInBothThemes(page)
}
