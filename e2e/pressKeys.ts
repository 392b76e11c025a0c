import type { Page } from '@playwright/test'

/** Presses keys as a person does: the caret has come to rest before the next one. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  await rest(page)
  for (const key of keys) {
    await page.keyboard.press(key)
    await rest(page)
  }
}

/** The browser tells of a new selection a moment after it was made. */
const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 40))))
