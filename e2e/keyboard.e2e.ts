import type { Page } from '@playwright/test'
import { addArticles, articleList, openArticle, sampleFile, searchBox } from './articles.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved } from './draftText.ts'
import { newPack } from './openPack.ts'

const title = 'Channel crossings pass last year’s total'
const file = sampleFile('channel-crossings-pass-last-year.txt')

test('from the start screen to a citation in the draft without the mouse', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Packs' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new pack')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Issue' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('add files')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  await chooser.setFiles(file)
  await expect(page.getByRole('dialog', { name: '1 article added' })).toBeVisible()
  await page.keyboard.press('Escape')

  // The caret goes behind the first paragraph of the draft.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to draft')
  await page.keyboard.press('Enter')
  await expect(draftText(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type(' Crossings are up.')

  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('busiest day on record')
  await expect(articleList(page).locator('mark').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-block]:focus')).toContainText('busiest December day on record')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('selected cite')
  await page.keyboard.press('Enter')

  await expect(draftText(page)).toBeFocused()
  const paragraph = draftText(page).locator('p', { hasText: 'Crossings are up.' })
  await expect(paragraph.getByRole('link', { name: /^Citation 1.*Channel crossings/ })).toBeVisible()
  await page.keyboard.type(' Since then')
  await expect(paragraph).toContainText(/Crossings are up\.1 Since then/)
  await expectSaved(page)
})

test('F6 goes round the panes and comes back to where one was', async ({ page }) => {
  await newPack(page, 'Panes')
  await addArticles(page, [file])
  await openArticle(page, title)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.press('F6')
  await expect(page.locator('[data-block]:focus')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const block = await page.locator('[data-block]:focus').getAttribute('data-block')
  await page.keyboard.press('F6')
  await expect(draftText(page)).toBeFocused()
  await page.keyboard.press('F6')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.locator('[data-block]:focus')).toHaveAttribute('data-block', block!)
  await page.keyboard.press('Shift+F6')
  await expect(searchBox(page)).toBeFocused()
})

test('the first Tab offers to skip to the draft', async ({ page }) => {
  await newPack(page, 'Skip')
  await page.reload()
  await expect(draftText(page)).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('button', { name: 'Skip to the draft' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(draftText(page)).toBeFocused()
})

test('Tab reaches every part of the desk, each stop can be seen, and none is a trap', async ({ page }) => {
  await newPack(page, 'Tab')
  await addArticles(page, [file])
  await openArticle(page, title)
  await page.reload()
  await expect(articleList(page).getByRole('option')).toHaveCount(1)
  const seen: string[] = []
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await focusedStop(page)
    if (!stop || seen.includes(stop.name)) break
    seen.push(stop.name)
    expect(stop.shows, `the focus can be seen on ${stop.name}`).toBe(true)
  }
  for (const part of [
    'Packs',
    'Search articles',
    'Articles',
    'Security marking',
    'Heading 2',
    'Export PDF',
  ]) {
    expect(seen.join('\n')).toContain(part)
  }
  expect(seen.at(-1)).toMatch(/to check/)
})

test('Escape closes what is open, and the focus goes back', async ({ page }) => {
  await newPack(page, 'Escape')
  await addArticles(page, [file])
  await openArticle(page, title)
  for (const [opener, dialog] of [
    ['Settings', 'Settings'],
    ['Find a command', 'Find a command'],
    ['Spelling', 'Spelling'],
    ['Versions', 'Versions of this draft'],
    [/to check/, 'To check in the draft'],
    ['Export PDF', 'The PDF is ready'],
    ['Pack > Rename this pack…', 'Rename this pack'],
    ['Article > Edit details…', 'Details of the article'],
  ] as const) {
    const [name, item] = opener instanceof RegExp ? [opener] : opener.split(' > ')
    const exact = name === 'Pack' || name === 'Article'
    const button = page.getByRole('button', { name, exact })
    await button.focus()
    await page.keyboard.press('Enter')
    if (item) await page.getByRole('menuitem', { name: item }).press('Enter')
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    // Also with something typed in it.
    if (dialog === 'Find a command') await page.keyboard.type('zeppelin')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

/** What has the focus, by its name, and whether a person can see that it has; null outside the page. */
function focusedStop(page: Page): Promise<{ name: string; shows: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    if (!element || element === document.body) return null
    const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { width, height, top, left } = element.getBoundingClientRect()
    const isRinged = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    // In a text the caret shows where one is; a list box shows it on its row.
    const isText = element.isContentEditable || element.getAttribute('role') === 'listbox'
    const isInSight = width > 0 && height > 0 && top < innerHeight && left < innerWidth && top + height > 0
    return {
      name: `${element.tagName} ${label ?? element.textContent.slice(0, 60)}`,
      shows: isInSight && (isRinged || isText || boxShadow !== 'none'),
    }
  })
}
