import type { Locator, Page } from '@playwright/test'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { expectNothingCut } from './nothingCut.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { readPdf } from './readPdf.ts'
import { runCommand } from './runCommand.ts'

test('the annexes of a pack are put in order, left out and taken back', async ({ page }) => {
  test.slow()
  await openSamplePack(page)
  await page.getByRole('button', { name: 'Layout', exact: true }).click()
  const layout = page.getByRole('dialog', { name: 'Layout of the pack' })
  const annexes = layout.getByRole('list').getByRole('listitem')
  await expect(annexes).toHaveCount(6)
  await expect(annexes.first()).toContainText('Annex A: Figures in circulation')
  await layout.getByText('Cover page').click()
  await layout.getByRole('button', { name: 'Move up ‘Annex B: Chronology’' }).click()
  await expect(annexes.first()).toContainText('Annex A: Chronology')
  await layout.getByRole('button', { name: 'Packs that ‘Annex E: Evidence’ goes into' }).click()
  await page.getByRole('option', { name: 'Neither' }).click()
  await expect(annexes.last()).toContainText('Annex E: Source extracts')
  await layout.getByRole('button', { name: 'Undo' }).click()
  await expect(annexes.last()).toContainText('Annex F: Source extracts')
  await layout.getByRole('button', { name: 'Done' }).click()
  // A reference to the annex follows it.
  await expect(draftText(page)).toContainText('the chronology at Annex A')

  const full = await exported(page, 'Export PDF')
  expect(full.pages[0]!.words).toContain('For: Home Secretary')
  expect(full.pages[1]!.words).toMatch(/Contents.*Annex A: Chronology/)
  const core = await exported(page, 'Export the core pack, without annexes for the full pack only')
  expect(core.pages.length).toBeLessThan(full.pages.length)
  const words = core.pages.map(page => page.words).join(' ')
  expect(words).toContain('Annex D: Sources')
  expect(words).not.toContain('Annex F')
})

test('a pack is issued, keeps its numbers, and says what changed when it is printed again', async ({
  page,
}) => {
  test.slow()
  await newPack(page, 'Port closures')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('The port closes in May.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It opens in June.')
  await expectSaved(page)
  await choose(page, 'Pack', 'Issue this pack, or get what was issued…')
  const issues = page.getByRole('dialog', { name: 'Issued versions' })
  await expect(issues).toContainText('This pack has not been issued yet.')
  await issues.getByRole('button', { name: 'Issue now' }).click()
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  await expect(ready).toBeVisible({ timeout: 30_000 })
  await ready.getByRole('button', { name: 'Close' }).click()
  await expect(issues).toContainText('Version 1.0')
  await issues.getByRole('button', { name: 'Close' }).click()

  await draftText(page).getByText('The port closes in May.').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ships go to the next one.')
  await expect(draftText(page).locator('[data-number]').nth(1)).toHaveAttribute('data-number', /^1A/)
  await expectSaved(page)
  const { pages } = await exported(page, 'Export PDF')
  expect(pages[0]!.words).toMatch(/Changes since version 1\.0.*Paragraph 1A New Ships go to the next one/)
  expect(pages[1]!.words).toMatch(/1A\. Ships go to the next one\. 2\. It opens in June/)
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
]) {
  test(`the layout and the issues are accessible, and nothing is cut off, at ${viewport.width}`, async ({
    page,
  }) => {
    test.slow()
    await page.setViewportSize(viewport)
    await openSamplePack(page)
    await runCommand(page, 'Layout of the pack: cover, contents, annexes')
    await look(page, page.getByRole('dialog', { name: 'Layout of the pack' }))
    await runCommand(page, 'Issue this pack, or get what was issued…')
    await look(page, page.getByRole('dialog', { name: 'Issued versions' }))
  })
}

async function look(page: Page, dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible()
  await expectNothingCut(page)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function exported(page: Page, command: string) {
  await runCommand(page, command)
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  await expect(ready).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    ready.getByRole('button', { name: 'Download' }).click(),
  ])
  const read = await readPdf(await download.path())
  await ready.getByRole('button', { name: 'Close' }).click()
  return read
}
