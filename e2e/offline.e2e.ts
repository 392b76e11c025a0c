import type { BrowserContext, Page } from '@playwright/test'
import { articleList, searchBox } from './articles.ts'
import { expect, test } from './despatch.ts'
import { openSamplePack } from './openPack.ts'

test('without a network the sample opens, is searched, read and exported, and nothing asks for one', async ({
  despatch,
}) => {
  const { page, complaints } = despatch
  const refused = await refuseForeign(page.context(), new URL(page.url()).origin)
  await page.reload()
  await openSamplePack(page)

  await searchBox(page).fill('taskforce')
  await expect(articleList(page).locator('mark').first()).toHaveText(/taskforce/i)
  await articleList(page)
    .getByRole('option')
    .filter({ hasNotText: /^Pack |Highlight in |Note on / })
    .first()
    .click()
  await expect(page.getByRole('article')).toBeVisible()
  await page
    .getByRole('link', { name: /^Citation 2\b/ })
    .first()
    .click()
  await expect(page.locator('[data-block]:focus mark[data-highlights]').first()).toBeInViewport()

  await page.getByRole('button', { name: 'Export PDF' }).click()
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  await expect(ready).toBeVisible({ timeout: 30_000 })
  await ready.getByRole('button', { name: 'Close' }).click()

  // The first look at the spelling reads the dictionary, which ships with the app.
  await page.getByRole('button', { name: 'Spelling' }).click()
  await expect(page.getByRole('dialog', { name: 'Spelling' })).toContainText(/in doubt/)

  expect(refused).toEqual([])
  expect(complaints).toEqual([])
  expect(await loadedFrom(despatch.page)).toEqual([new URL(page.url()).origin])
})

/** Refuses every request to anywhere but the app, as an unplugged cable would. Gives the list of what was asked. */
async function refuseForeign(context: BrowserContext, own: string): Promise<string[]> {
  const refused: string[] = []
  await context.route(
    url => url.origin !== own && /^(https?|wss?|ftp):$/.test(url.protocol),
    route => {
      refused.push(route.request().url())
      return route.abort('internetdisconnected')
    },
  )
  return refused
}

/** Every origin from which the page has loaded anything. */
const loadedFrom = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => !/^(blob|data):/.test(name))
        .map(({ name }) => new URL(name).origin),
    ),
  ])
