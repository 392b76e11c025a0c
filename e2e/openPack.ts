import { expect, type Page } from '@playwright/test'

/** Makes a pack from a template at the start screen; the desk opens on it. */
export async function newPack(page: Page, title: string, template?: string): Promise<void> {
  await page.getByRole('button', { name: 'New pack' }).click()
  const dialog = page.getByRole('dialog', { name: 'New pack' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  if (template) {
    await dialog.getByRole('button', { name: 'Template' }).click()
    await page.getByRole('option', { name: template }).click()
  }
  await dialog.getByRole('button', { name: 'Make the pack' }).click()
  await expect(page.getByRole('heading', { name: 'Issue' })).toBeVisible()
}

/** Opens the sample pack at the start screen, and waits until its draft is there with the names of its sources. */
export async function openSamplePack(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Open the sample pack' }).click()
  await expect(page.getByText('Quoted from ‘').first()).toBeVisible({ timeout: 30_000 })
}

/** Chooses from a menu that a button of the app opens. */
export async function choose(page: Page, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
