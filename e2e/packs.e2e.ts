import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'

const packs = (page: Page) =>
  page.getByRole('list', { name: 'Packs, last changed first' }).getByRole('listitem')

test('a pack is made from each template, renamed, duplicated, removed and brought back', async ({ page }) => {
  await page.getByRole('button', { name: 'New pack' }).click()
  const dialog = page.getByRole('dialog', { name: 'New pack' })
  await dialog.getByRole('button', { name: 'Make the pack' }).click()
  await expect(dialog).toContainText('Give the pack a title.')
  await dialog.getByRole('button', { name: 'Template' }).click()
  await expect(page.getByRole('option')).toHaveText([
    'Ministerial submission',
    'Lines to take',
    'Meeting brief',
  ])
  await page.getByRole('option', { name: 'Lines to take' }).click()
  await expect(dialog.getByRole('button', { name: 'Template' })).toContainText('Lines to take')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Port lines')
  await page.keyboard.press('Enter')
  await expect(draftText(page)).toBeVisible()
  await expect(page).toHaveTitle('Port lines – Despatch')

  await choose(page, 'Pack', 'Rename this pack…')
  await page.getByRole('textbox', { name: 'Title' }).fill('Lines on the port')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(page).toHaveTitle('Lines on the port – Despatch')

  await choose(page, 'Pack', 'All packs')
  await expect(packs(page)).toHaveCount(1)
  await choose(page, 'More for ‘Lines on the port’', 'Duplicate')
  await expect(packs(page)).toHaveCount(2)
  await expect(page.getByText(/^The copy is called ‘.*Lines on the port.*’/)).toBeVisible()
  await expectAccessible(page)

  await choose(page, 'More for ‘Lines on the port’', 'Remove')
  await expect(packs(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(packs(page)).toHaveCount(2)
  await expect(page.getByRole('button', { name: /^Lines on the port Last changed/ })).toBeVisible()
})

test('every version of a draft is listed, can be looked at, and comes back without losing the newer', async ({
  page,
}) => {
  await newPack(page, 'Port lines')
  await startAfresh(page, 'Paragraph')
  await page.keyboard.type('The first wording.')
  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('The second wording.')
  await expectSaved(page)

  await page.getByRole('button', { name: 'Versions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versions of this draft' })
  const versions = dialog.getByRole('list', { name: 'Versions, newest first' }).getByRole('button')
  await expect(versions.first()).toContainText('As it is now, 3 words')
  await expect(versions.last()).toContainText('Created, 1')
  await expect(dialog.getByRole('region', { name: 'The version chosen' })).toContainText(
    'The second wording.',
  )
  await expect(dialog.getByRole('button', { name: 'Restore this version' })).toBeDisabled()
  await expectAccessible(page)
  await versions.last().click()
  await expect(dialog.getByRole('region', { name: 'The version chosen' })).toContainText('Recommendation')
  await dialog.getByRole('button', { name: 'Restore this version' }).click()
  await expect(dialog).toBeHidden()
  await expect(draftText(page)).toContainText('Recommendation')

  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(draftText(page)).toHaveText('The second wording.')
})

test('the sample pack opened twice is one pack', async ({ page }) => {
  await openSamplePack(page)
  await choose(page, 'Pack', 'All packs')
  await expect(packs(page)).toHaveCount(1)
  await openSamplePack(page)
  await expect(page.getByRole('contentinfo')).toContainText('10 articles')
  await choose(page, 'Pack', 'All packs')
  await expect(packs(page)).toHaveCount(1)
})
