import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { chooseStyle, draftText, expectSaved, startAfresh } from './draftText.ts'
import { choose, newPack } from './openPack.ts'
import { press } from './pressKeys.ts'
import { readPdf } from './readPdf.ts'

test('sub-paragraphs are made with Tab, and left with Enter, Backspace and Shift+Tab', async ({ page }) => {
  await newPack(page, 'Ferry licences')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('Three operators hold licences.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Two of them lapse in spring.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('One is Northline’s.')
  await expectNumbers(page, '1', '1.1', '(a)')
  await expect(page.getByRole('button', { name: 'Style' })).toHaveText('Numbered, third level')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The third runs on.')
  await expectNumbers(page, '1', '1.1', '(a)', '1.2')
  await page.keyboard.press('Shift+Tab')
  await expectNumbers(page, '1', '1.1', '(a)', '2')
  await page.keyboard.press('ControlOrMeta+z')
  await expectNumbers(page, '1', '1.1', '(a)', '1.2')
  await press(page, 'Home', 'Backspace')
  await expectNumbers(page, '1', '1.1', '(a)', '2')
  await page.keyboard.press('Backspace')
  await expectNumbers(page, '1', '1.1', '(a)')
  await chooseStyle(page, 'Numbered, second level')
  await expectNumbers(page, '1', '1.1', '(a)', '1.2')
})

test('Tab is no trap: it leaves the text after Escape, and where the text was entered with it', async ({
  page,
}) => {
  await newPack(page, 'Ferry licences')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('One.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Two.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(draftText(page)).not.toBeFocused()
  await page.keyboard.press('Tab')
  await expect(draftText(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(draftText(page)).not.toBeFocused()
  await expectNumbers(page, '1', '2')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('!')
  await page.keyboard.press('Tab')
  await expect(draftText(page)).toBeFocused()
  await expectNumbers(page, '1', '1.1')
})

test('recommendations have letters, verbs and lines to answer on', async ({ page }) => {
  await newPack(page, 'Ferry licences')
  const recommendations = draftText(page).locator('[data-recommendation]')
  await startAfresh(page, 'Recommendation')
  await page.keyboard.type('to renew the licences;')
  await page.keyboard.press('Enter')
  await page.keyboard.type('that one of them lapses in spring;')
  await choose(page, 'Verb', 'Note')
  await page.keyboard.press('Enter')
  await page.keyboard.type('to the council.')
  await choose(page, 'Verb', 'Another verb…')
  const dialog = page.getByRole('dialog', { name: 'Verb of the recommendation' })
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: 'Verb' }).fill('write')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(draftText(page)).toBeFocused()
  await choose(page, 'Verb', 'Leave out the response line')
  await expect(recommendations).toHaveCount(3)
  for (const [index, verb] of ['agree', 'note', 'write'].entries()) {
    await expect(recommendations.nth(index)).toHaveAttribute('data-letter', `(${'abc'[index]})`)
    await expect(recommendations.nth(index).locator('p')).toHaveAttribute('data-verb', verb)
  }
  await expect(recommendations.nth(0)).toContainText('☐ Agree☐ Do not agree☐ Discuss')
  await expect(recommendations.nth(1)).toContainText('☐ Noted☐ Discuss')
  await expect(recommendations.nth(2)).not.toContainText('☐')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(recommendations.nth(2)).toContainText('☐ Agree')
  // An empty one leaves the run.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(recommendations).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Style' })).toHaveText('Paragraph')
})

test('a finished paper is written and printed: levels, recommendation, note, reference, caption, page break', async ({
  page,
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'on the desktop the host saves files itself')
  await newPack(page, 'Ferry licences')
  const draft = draftText(page)
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('Three operators hold licences')
  await choose(page, 'Insert', 'Footnote…')
  await page.keyboard.type('Counted in January.')
  await page.keyboard.press('Enter')
  await expect(draft).toBeFocused()
  await page.keyboard.type('.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Two of them lapse in spring.')
  await page.keyboard.press('Enter')
  await chooseStyle(page, 'Recommendation')
  await page.keyboard.type('to renew the two of ')
  await choose(page, 'Insert', 'Cross-reference…')
  await page.keyboard.type('lapse')
  await page.keyboard.press('Enter')
  await expect(draft).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await choose(page, 'Insert', 'Page break')
  await choose(page, 'Insert', 'Table')
  for (const words of ['Operator', 'Crossing', 'Northline', 'Island', 'Estuary', 'Harbour']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  await choose(page, 'Insert', 'Table caption')
  await page.keyboard.type('Licences in force')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Style' })).toHaveText('Paragraph')
  await expectAccessible(page)
  await expectSaved(page)

  await page.getByRole('button', { name: 'Export PDF' }).click()
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  const path = await downloaded(page, ready)
  const { pages } = await readPdf(path)
  const [first, second] = pages.map(({ words }) => words)
  expect(first).toMatch(/1\. Three operators hold licences 1 ?\. 1\.1 Two of them lapse in spring\./)
  expect(first).toMatch(/\(a\) agree to renew the two of paragraph.1\.1 ☐.Agree ☐.Do.not.agree ☐.Discuss/)
  expect(first).toMatch(/1 Counted in January\./)
  expect(first).not.toContain('Licences in force')
  expect(second).toMatch(/Table 1: Licences in force Operator Crossing Northline Island Estuary Harbour/)
})

async function expectNumbers(page: Page, ...numbers: string[]): Promise<void> {
  const numbered = draftText(page).locator('[data-numbered]')
  await expect(numbered).toHaveCount(numbers.length)
  for (const [index, number] of numbers.entries()) {
    await expect(numbered.nth(index)).toHaveAttribute('data-number', number)
  }
}

async function downloaded(page: Page, ready: Locator): Promise<string> {
  await expect(ready).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    ready.getByRole('button', { name: 'Download' }).click(),
  ])
  return download.path()
}
