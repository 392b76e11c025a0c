import { expect, test } from './despatch.ts'
import { draftText } from './draftText.ts'
import { choose, openSamplePack } from './openPack.ts'
import { clickBehind } from './selectWords.ts'

const words = 'A gang can replace a dinghy in a day. It cannot replace an account that has been frozen.'

test('a quotation typed into is altered until it is restored or declared a paraphrase', async ({ page }) => {
  await openSamplePack(page)
  const quotation = draftText(page).locator('blockquote').filter({ hasText: 'A gang can replace' })
  await expect(quotation).toContainText(words)
  await expect(quotation).toContainText('Quoted from ‘')
  await clickBehind(page, quotation, 'in a day')
  await page.keyboard.type(' or two')
  await expect(quotation).toContainText('Altered: differs from the source')
  await expect(page.getByRole('contentinfo')).toContainText('1 to check')

  await quotation.getByRole('button', { name: 'Restore' }).click()
  await expect(quotation).toContainText(words)
  await expect(quotation).toContainText('Quoted from ‘')
  await expect(page.getByRole('contentinfo')).toContainText('Nothing to check')

  await page.keyboard.type(' That is why.')
  await expect(quotation).toContainText('Altered')
  await quotation.getByRole('button', { name: 'Declare a paraphrase' }).click()
  await expect(quotation).toContainText('Paraphrase of ‘')
  await expect(page.getByRole('contentinfo')).toContainText('Nothing to check')
  await choose(page, 'Quotation', 'Restore the words of the source')
  await expect(quotation).toContainText('Quoted from ‘')
  await expect(quotation).not.toContainText('That is why.')
})

test('a citation leads to the marked words, and the margin leads back', async ({ page }) => {
  await openSamplePack(page)
  const draft = draftText(page)
  const article = page.getByRole('article')

  await draft
    .getByRole('link', { name: /^Citation 5\b/ })
    .first()
    .click()
  const passage = article.locator('mark', { hasText: 'more than 34,500' })
  await expect(passage).toBeInViewport()
  await page
    .getByRole('list', { name: 'Highlights' })
    .getByRole('listitem')
    .filter({ hasText: 'Compare the Home Office series' })
    .getByRole('button', { name: /^Cited in paragraphs 4/ })
    .click()
  await expect(draft).toBeFocused()
  await expect(draft.locator('.ProseMirror-selectednode')).toHaveText('5')
  await expect(draft.locator('.ProseMirror-selectednode')).toBeInViewport()

  await clickBehind(page, draft, '609 arrivals, was the busiest December day on record,')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(article.locator('mark', { hasText: '609 arrivals' })).toBeInViewport()
  await expect(article.locator(':focus')).toContainText('609 arrivals')
})

test('what is copied within the draft keeps its citations and quotations', async ({ page }) => {
  await openSamplePack(page)
  const draft = draftText(page)
  const citations = draft.getByRole('link', { name: /^Citation 18\b/ })
  await expect(citations).toHaveCount(1)
  await clickBehind(page, draft, 'Boats are easily replaced.')
  await page.keyboard.down('Shift')
  await clickBehind(page, draft, 'An official of one of the Calais Group countries')
  await page.keyboard.up('Shift')
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(citations).toHaveCount(2)
  await expect(draft.locator('blockquote').last()).toContainText('Quoted from ‘')
})
