import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'

/** Fails unless the page as it is is accessible in the light theme and in the dark one. Leaves it light. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
}
