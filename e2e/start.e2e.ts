import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'

test('a new archive opens on the packs and says what to do', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Packs' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New pack' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open the sample pack' })).toBeVisible()
  await expectAccessible(page)
})

test('opens again after it was closed, and after it was killed', async ({ despatch }) => {
  const packs = () => despatch.page.getByRole('heading', { name: 'Packs' })
  await expect(packs()).toBeVisible()
  await despatch.restart()
  await expect(packs()).toBeVisible()
  await despatch.kill()
  await despatch.restart()
  await expect(packs()).toBeVisible()
  // The page could not reach the app that was killed.
  despatch.complaints.length = 0
})
