import { expect, type Locator, type Page } from '@playwright/test'

/** The text of the briefing, where it is written. */
export const draftText = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the briefing' })

/** Empties the draft and leaves the caret in a block of the style named. */
export async function startAfresh(page: Page, style: string): Promise<void> {
  await draftText(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('button', { name: 'Style' })).toHaveText('Paragraph')
  if (style !== 'Paragraph') await chooseStyle(page, style)
}

/** Gives the block at the caret a style of the toolbar. */
export async function chooseStyle(page: Page, style: string): Promise<void> {
  await page.getByRole('button', { name: 'Style' }).click()
  await page.getByRole('option', { name: style, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Style' })).toHaveText(style)
  await expect(draftText(page)).toBeFocused()
}

/** Waits until the footer says that everything typed so far is saved. */
export async function expectSaved(page: Page): Promise<void> {
  // What was typed is told a moment later: until then the footer speaks of the save before.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d/)
}
