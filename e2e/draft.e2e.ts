import { expect, test } from './despatch.ts'
import { chooseStyle, draftText, startAfresh } from './draftText.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { clickBehind, selectWords } from './selectWords.ts'

test('numbers, headings, bullets and annexes stand in the draft as they will in print', async ({ page }) => {
  await newPack(page, 'Ferry licences', 'Ministerial submission')
  const draft = draftText(page)
  await startAfresh(page, 'Heading 2')
  await page.keyboard.type('Background')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Three operators hold licences.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Two of them lapse in spring.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bullets' }).click()
  await page.keyboard.type('the northern crossing')
  await page.keyboard.press('Enter')
  await page.keyboard.type('the island crossing')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await chooseStyle(page, 'Annex title')
  await page.keyboard.type('Licences in force')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Each runs for five years.')

  await expect(draft.getByRole('heading', { name: 'Background', level: 2 })).toBeVisible()
  const numbered = draft.locator('[data-numbered]')
  await expect(numbered).toHaveText([
    'Three operators hold licences.',
    'Two of them lapse in spring.',
    'Each runs for five years.',
  ])
  for (const [index, label] of ['1', '2', 'A1'].entries()) {
    await expect(numbered.nth(index)).toHaveAttribute('data-number', label)
  }
  await expect(draft.getByRole('listitem')).toHaveText(['the northern crossing', 'the island crossing'])
  await expect(draft.locator('[data-annex]')).toHaveAttribute('data-letter', 'A')

  await page.getByRole('button', { name: 'Outline' }).click()
  const outline = page.getByRole('navigation', { name: 'Outline of the draft' })
  await expect(outline.getByRole('button')).toHaveText(['Background', 'Annex A: Licences in force'])
  await outline.getByRole('button', { name: 'Background' }).click()
  await page.keyboard.type(' and history')
  await expect(outline.getByRole('button', { name: 'Background and history' })).toBeVisible()
})

test('bold, undo and redo', async ({ page }) => {
  await newPack(page, 'Ferry licences')
  const draft = draftText(page)
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('The licence lapses in spring.')
  await selectWords(page, draft, 'lapses')
  await page.getByRole('button', { name: 'Bold' }).click()
  await expect(draft.locator('strong')).toHaveText('lapses')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(draft.locator('strong')).toHaveCount(0)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(draft.locator('strong')).toHaveText('lapses')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(draft.locator('strong')).toHaveCount(0)
  await expect(draft).toContainText('The licence lapses in spring.')
})

test('a table has a header row, and grows and shrinks by rows and columns', async ({ page }) => {
  await newPack(page, 'Ferry licences')
  const draft = draftText(page)
  await startAfresh(page, 'Paragraph')
  await choose(page, 'Table', 'Insert a table')
  await expect(draft.getByRole('columnheader')).toHaveText(['Column heading', 'Column heading'])
  await expect(draft.getByRole('row')).toHaveCount(3)
  for (const words of ['Operator', 'Crossing', 'Northline', 'Island', 'Estuary', 'Harbour']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  // Tab in the last cell has made the next row.
  await expect(draft.getByRole('row')).toHaveText([
    'OperatorCrossing',
    'NorthlineIsland',
    'EstuaryHarbour',
    '',
  ])
  await choose(page, 'Table', 'Remove this row')
  await expect(draft.getByRole('row')).toHaveCount(3)
  await clickBehind(page, draft, 'Island')
  await choose(page, 'Table', 'Add a column to the right')
  await choose(page, 'Table', 'Add a row below')
  await expect(draft.getByRole('columnheader')).toHaveText(['Operator', 'Crossing', 'Column heading'])
  await expect(draft.getByRole('row')).toHaveCount(4)
  await choose(page, 'Table', 'Remove this column')
  await expect(draft.getByRole('row')).toHaveText(['OperatorColumn heading', 'Northline', '', 'Estuary'])
})

test('words are found in the draft, and an uncited figure is named and gone to', async ({ page }) => {
  await openSamplePack(page)
  await expect(page.getByRole('contentinfo')).toContainText('Nothing to check')
  const draft = draftText(page)
  await draft.click()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('hawala')
  const found = page.getByRole('search').filter({ hasText: 'Previous' })
  await expect(found.getByRole('status')).toHaveText(/^\d+ found$/)
  await page.keyboard.press('Enter')
  await expect(found.getByRole('status')).toHaveText(/^\d+ of \d+$/)
  await expect(draft.locator('.found.current')).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(found).toBeHidden()

  await clickBehind(page, draft, 'We considered 3 options, including doing nothing.')
  await page.keyboard.type(' The last would save £40 million.')
  await page.getByRole('button', { name: '1 to check' }).click()
  const check = page.getByRole('dialog', { name: 'To check in the draft' })
  await expect(check).toContainText('‘£40 million’ has no citation')
  await check.getByRole('button', { name: /^Go to: Paragraph \d+/ }).click()
  await expect(check).toBeHidden()
  await expect(draft.getByText('The last would save £40 million.')).toBeInViewport()
  await page.keyboard.type(' Treasury agrees.')
  await expect(draft).toContainText('£40 million. Treasury agrees.')
})
