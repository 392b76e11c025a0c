import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { newPack } from './openPack.ts'

const misspelt = (page: Page) => draftText(page).locator('.misspelt')

test('misspelt words are marked and mended, British spellings are right, and added words stay', async ({
  despatch,
}) => {
  let { page } = despatch
  await newPack(page, 'Ferry licences')
  await startAfresh(page, 'Paragraph')
  await page.keyboard.type(
    'Each organisasion needs a licence, in colour, for its programme. Wherrymen differ.',
  )
  await expect(misspelt(page)).toHaveText(['organisasion', 'Wherrymen'], { timeout: 20_000 })

  await misspelt(page).first().click({ button: 'right' })
  const dialog = page.getByRole('dialog', { name: 'Spelling' })
  await expect(dialog).toContainText('2 words are in doubt.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'organisation', exact: true }).click()
  await expect(dialog).toContainText('One word is in doubt.')
  await expect(draftText(page)).toContainText('Each organisation needs')
  await dialog.getByRole('button', { name: 'Add to dictionary' }).click()
  await expect(dialog).toContainText('No word of the draft is in doubt.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(misspelt(page)).toHaveCount(0)
  await expectSaved(page)

  page = await despatch.restart()
  await page.getByRole('button', { name: /^Ferry licences/ }).click()
  await draftText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Wherrymen see no color there.')
  await expect(misspelt(page)).toHaveText(['color'], { timeout: 20_000 })
})
