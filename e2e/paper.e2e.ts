import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { chooseStyle, draftText, expectSaved, startAfresh } from './draftText.ts'
import { expectNothingCut } from './nothingCut.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { readPdf } from './readPdf.ts'
import { clickBehind } from './selectWords.ts'

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

test('a footnote is written, changed and removed by keyboard', async ({ page }) => {
  await newPack(page, 'Ferry licences')
  await startAfresh(page, 'Paragraph')
  await page.keyboard.type('The ferry sails in winter')
  await runCommand(page, 'Insert: Footnote')
  await expect(page.getByRole('textbox', { name: 'Words of the footnote' })).toBeFocused()
  await page.keyboard.type('From October to March.')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(draftText(page)).toBeFocused()
  const note = draftText(page).getByRole('button', { name: /^Footnote 1/ })
  await expect(note).toHaveAccessibleName('Footnote 1: From October to March.')
  await page.keyboard.type(' and in summer')
  await expect(draftText(page)).toHaveText('The ferry sails in winter1 and in summer')

  await clickBehind(page, draftText(page), 'The ferry sails in winter')
  await press(page, 'ArrowRight', 'Enter')
  const field = page.getByRole('textbox', { name: 'Words of the footnote' })
  await expect(field).toHaveValue('From October to March.')
  await field.fill('From November to March.')
  await page.keyboard.press('Enter')
  await expect(note).toHaveAccessibleName('Footnote 1: From November to March.')
  await note.dblclick()
  await expect(field).toHaveValue('From November to March.')
  await page.keyboard.press('Escape')
  await expect(draftText(page)).toBeFocused()
  await press(page, 'Delete')
  await expect(note).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(note).toHaveCount(1)
})

test('a cross-reference follows what it refers to, leads there, and says when it is gone', async ({
  page,
}) => {
  await newPack(page, 'Ferry licences')
  const draft = draftText(page)
  await startAfresh(page, 'Numbered paragraph')
  for (const words of ['The licences lapse.', 'The council objects.', 'We would renew, as in ']) {
    if (words !== 'The licences lapse.') await page.keyboard.press('Enter')
    await page.keyboard.type(words)
  }
  await choose(page, 'Insert', 'Cross-reference…')
  const dialog = page.getByRole('dialog', { name: 'Refer to' })
  await expect(dialog.getByRole('menuitem')).toHaveText([
    'paragraph 1The licences lapse.',
    'paragraph 2The council objects.',
    'paragraph 3We would renew, as in',
  ])
  await expectAccessible(page)
  await expectNothingCut(page)
  await page.keyboard.type('zeppelin')
  await expect(dialog).toContainText('Nothing that can be referred to has these words.')
  await page.getByRole('searchbox').fill('objects')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(draft).toBeFocused()
  await page.keyboard.type('.')
  const reference = draft.locator('.reference')
  await expect(reference).toHaveText('paragraph 2')

  // A new paragraph before it, and a level down.
  await clickBehind(page, draft, 'The licences lapse.')
  await press(page, 'Enter')
  await page.keyboard.type('All three do.')
  await expect(reference).toHaveText('paragraph 3')
  await clickBehind(page, draft, 'The council objects.')
  await press(page, 'Tab')
  await expect(reference).toHaveText('paragraph 2.1')

  // Cut and pasted at the top, the paragraph is still the one referred to; and so it is moved by its keys.
  await press(page, 'Home', 'Shift+ArrowDown', 'Shift+Home', 'ControlOrMeta+x')
  await press(page, 'ControlOrMeta+Home', 'ControlOrMeta+v')
  await expect(draft.locator('[data-numbered]').first()).toHaveText('The council objects.')
  await expect(reference).toHaveText('paragraph 1')
  await press(page, 'Alt+Shift+ArrowDown')
  await expect(reference).toHaveText('paragraph 1.1')
  await press(page, 'Alt+Shift+ArrowUp')
  await expect(reference).toHaveText('paragraph 1')

  await clickBehind(page, draft, 'We would renew, as in')
  await press(page, 'ArrowRight', 'ArrowRight', 'Enter')
  await page.keyboard.type(' Gone to.')
  await expect(draft.locator('[data-numbered]').first()).toHaveText('The council objects. Gone to.')

  await press(page, 'Home', 'Shift+End', 'Delete')
  await expect(reference).toHaveText('paragraph 1')
  await press(page, 'Backspace', 'Backspace')
  await expect(reference).toHaveText('reference to something that is gone')
  await expect(page.getByRole('contentinfo')).toContainText('1 to check')
})

test('a citation of several sources, each with its place, is joined, followed and split', async ({
  page,
}) => {
  await openSamplePack(page)
  const draft = draftText(page)
  const five = draft.getByRole('link', { name: /^Citation 5\b/ }).first()
  await clickBehind(page, draft, '609 arrivals, was the busiest December day on record,')
  await press(page, 'ArrowRight')
  const name = (await draft.locator('.ProseMirror-selectednode').getAttribute('aria-label'))!
  await press(page, 'ControlOrMeta+c')
  await five.click()
  await press(page, 'ControlOrMeta+v')
  await choose(page, 'Insert', 'Join with the citation before it')
  const both = draft.getByRole('link', { name: /^Citations / }).first()
  const copied = /^Citation (\d+)/.exec(name)![1]!
  await expect(both).toHaveText(`5, ${copied}`)

  await choose(page, 'Insert', 'Citation’s place in its source…')
  const dialog = page.getByRole('dialog', { name: 'Place in the source' })
  await expectAccessible(page)
  await dialog.getByRole('textbox').first().fill('page 4')
  await page.keyboard.press('Enter')
  await expect(both).toHaveText(`5, page 4; ${copied}`)
  await expect(both).toHaveAccessibleName(new RegExp(`^Citations 5, page 4: ‘.*; ${copied}: ‘`))
  await expectSaved(page)

  const article = page.getByRole('article')
  await both.locator('.part').last().click()
  await expect(article.locator('mark', { hasText: '609 arrivals' })).toBeInViewport()
  await both.locator('.part').first().click()
  await expect(article.locator('mark', { hasText: 'more than 34,500' })).toBeInViewport()

  await choose(page, 'Insert', 'Split into one citation each')
  await expect(both).toHaveCount(0)
  await expect(draft.getByRole('link', { name: /^Citation 5, page 4: / })).toHaveCount(1)
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

/** Presses keys as a person does: the caret has come to rest before the next one. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  await rest(page)
  for (const key of keys) {
    await page.keyboard.press(key)
    await rest(page)
  }
}

/** The browser tells of a new selection a moment after it was made. */
const rest = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 40))))

async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill(label)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden()
}

async function downloaded(page: Page, ready: Locator): Promise<string> {
  await expect(ready).toBeVisible({ timeout: 30_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    ready.getByRole('button', { name: 'Download' }).click(),
  ])
  return download.path()
}
