import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { choose, newPack } from './openPack.ts'

const footer = (page: Page) => page.getByRole('contentinfo')

test('what was typed is there after the app was closed, and after it was killed', async ({ despatch }) => {
  let { page } = despatch
  await newPack(page, 'Tide tables')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('High water was late.')
  // Closed at once: nothing waits for the save to have been told.
  page = await despatch.restart()
  await openPack(page, 'Tide tables')
  await expect(draftText(page)).toHaveText('High water was late.')

  await draftText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' The harbour waited.')
  await expectSaved(page)
  await page.keyboard.type(' These words may be lost.')
  await despatch.kill()
  page = await despatch.restart()
  await openPack(page, 'Tide tables')
  await expect(draftText(page)).toHaveText(/^High water was late\. The harbour waited\./)
  await expect(footer(page)).toContainText(/Saved \d\d:\d\d/)
  despatch.complaints.length = 0
})

test('that the app has stopped is told in words, with what to do, and what was typed stays in sight', async ({
  despatch,
}) => {
  const { page } = despatch
  await newPack(page, 'Tide tables')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('High water was late.')
  await expectSaved(page)
  await despatch.kill()
  await page.keyboard.type(' Nobody was told.')
  await expect(footer(page)).toContainText('Not saved')
  const told = page.getByRole('alert').filter({ hasText: 'Your text is still here' })
  await expect(told).toContainText('Copy it before you close this window.')
  await expect(told.getByRole('button', { name: 'Try now' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByRole('dialog', { name: 'The pack was not exported' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(draftText(page)).toHaveText('High water was late. Nobody was told.')
  despatch.complaints.length = 0
})

test('of two windows on one pack the later is told, overwrites nothing, and keeps its text', async ({
  despatch,
}) => {
  const { page } = despatch
  await newPack(page, 'Tide tables')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('High water was late.')
  await expectSaved(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(draftText(other)).toHaveText('High water was late.')

  await draftText(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' So the first says.')
  await expectSaved(page)
  await draftText(other).click()
  await other.keyboard.press('ControlOrMeta+End')
  // At once: the question comes as soon as the first of it is saved, and takes the keys.
  await other.keyboard.insertText(' So the second says.')
  const stale = other.getByRole('alertdialog', { name: 'This pack was changed elsewhere' })
  await expect(stale).toContainText('nothing was overwritten')
  await expect(footer(other)).toContainText('Not saved')
  await expectAccessible(other)
  await stale.getByRole('button', { name: 'Keep my text as a new pack' }).click()
  await expect(other.getByText(/^Your text is kept as the pack ‘Tide tables \(text kept /)).toBeVisible()
  await expect(draftText(other)).toHaveText('High water was late. So the first says.')

  await choose(other, 'Pack', 'All packs')
  await other.getByRole('button', { name: /^Tide tables \(text kept / }).click()
  await expect(draftText(other)).toHaveText('High water was late. So the second says.')
  despatch.complaints.length = 0
})

const openPack = (page: Page, title: string) =>
  page.getByRole('button', { name: `${title} Last changed` }).click()
