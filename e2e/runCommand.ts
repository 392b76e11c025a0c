import { expect, type Page } from '@playwright/test'

/** Runs a command of the palette. */
export async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill(label)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden()
}
