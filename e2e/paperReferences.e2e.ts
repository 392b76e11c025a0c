import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved, startAfresh } from './draftText.ts'
import { expectNothingCut } from './nothingCut.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { press } from './pressKeys.ts'
import { clickBehind } from './selectWords.ts'

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
  await clickBehind(page, draft, '609 arrivals, was the busiest December day on record')
  await press(page, 'ArrowRight', 'ArrowRight')
  const name = (await draft.locator('.ProseMirror-selectednode').getAttribute('aria-label'))!
  await press(page, 'ControlOrMeta+c')
  await clickBehind(page, draft, 'which is 19% up on the same point in 2023')
  await press(page, 'ArrowRight', 'ArrowRight')
  await expect(draft.locator('.ProseMirror-selectednode')).toHaveText('5')
  await press(page, 'ArrowRight', 'ControlOrMeta+v')
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

async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill(label)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden()
}
