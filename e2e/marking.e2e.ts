import type { Locator, Page } from '@playwright/test'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { expectNothingCut } from './nothingCut.ts'
import { newPack } from './openPack.ts'

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Security marking' })
const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Marking', exact: true })

test('a marking is put together by keyboard, with what its parts need, and stands on the page', async ({
  page,
}) => {
  await newPack(page, 'Ferry fares')
  await field(page).fill('OFFICIAL')
  await page.getByRole('button', { name: 'Marking…' }).press('Enter')
  const dialog = dialogOf(page)
  const recipientsOnly = dialog.getByRole('checkbox', { name: 'RECIPIENTS ONLY' })
  await expect(recipientsOnly).toBeDisabled()
  await expect(recipientsOnly).toHaveAccessibleDescription('Not with OFFICIAL.')
  await dialog.getByRole('radio', { name: 'OFFICIAL', exact: true }).press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'OFFICIAL-SENSITIVE' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'FOR PUBLIC RELEASE' })).toBeDisabled()
  await expect(dialog.getByRole('radio')).toHaveCount(2)

  await recipientsOnly.press('Space')
  const outcome = dialog.getByRole('status', { name: 'What the marking comes to' })
  await expect(outcome).toContainText('needs the recipients by name')
  await dialog.getByRole('textbox', { name: 'Recipients' }).fill('Ada Example and Ben Example')
  await dialog.getByRole('checkbox', { name: 'COMMERCIAL' }).press('Space')
  await expect(outcome).toHaveText(
    'OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIALRecipients: Ada Example and Ben Example',
  )
  await dialog.getByRole('button', { name: 'Use this marking' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(field(page)).toHaveValue('OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIAL')
  await expect(page.getByText('Recipients: Ada Example and Ben Example')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d/)

  await page.reload()
  await expect(page.getByText('Recipients: Ada Example and Ben Example')).toBeVisible()
})

test('what is wrong with a typed marking is said, and what the policy forbids is not exported', async ({
  page,
}) => {
  await newPack(page, 'Ferry fares')
  await field(page).fill('OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE')
  await expect(page.getByText('never goes with OFFICIAL-SENSITIVE')).toBeVisible()
  await page.getByRole('button', { name: 'Export PDF' }).click()
  const refused = page.getByRole('dialog', { name: 'The pack was not exported' })
  await expect(refused).toContainText('FOR PUBLIC RELEASE never goes with OFFICIAL-SENSITIVE')
  await page.keyboard.press('Escape')
  await field(page).fill('OFFICIAL - FOR PUBLIC RELEASE')
  await page.getByRole('button', { name: 'Export PDF' }).click()
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  await expect(ready).toBeVisible({ timeout: 30_000 })
  await expect(ready).toContainText('ferry-fares.pdf')
})

test('the settings give the rules: further descriptors, and SECRET with its statement', async ({ page }) => {
  await newPack(page, 'Ferry fares')
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'Further descriptors' }).fill('site plans\nLocsen')
  await settings.getByText('Allow SECRET and TOP SECRET').click()
  await settings.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Marking…' }).click()
  const dialog = dialogOf(page)
  await dialog.getByText('SITE PLANS').click()
  await dialog.getByText('TOP SECRET').click()
  await expect(dialog).toContainText('must be approved for TOP SECRET')
  await dialog.getByText('UK EYES ONLY', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Use this marking' }).click()
  await expect(field(page)).toHaveValue('TOP SECRET - SITE PLANS - UK EYES ONLY')
})

for (const [size, viewport] of [
  ['1280 × 800', { width: 1280, height: 800 }],
  ['a zoom of 200 %', { width: 640, height: 400 }],
] as const) {
  test(`the dialog is accessible and nothing of it cut off at ${size}`, async ({ page }) => {
    test.slow()
    await page.setViewportSize(viewport)
    await newPack(page, 'Ferry fares')
    await field(page).fill(
      'UK OFFICIAL-SENSITIVE - RECIPIENTS ONLY - EMBARGOED - ZEPHYR - UK EYES ONLY - PLANS OF QUAY',
    )
    await expectNothingCut(page)
    await page.getByRole('button', { name: 'Marking…' }).click()
    await expect(dialogOf(page)).toBeVisible()
    await expectNothingCut(page)
    await expectAccessibleInBothThemes(page)
  })
}
