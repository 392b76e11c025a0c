import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, startAfresh } from './draftText.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { readPdf } from './readPdf.ts'

test('the sample pack becomes a PDF that can be opened and kept, and is the same a second time', async ({
  page,
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'on the desktop the host saves files itself')
  await openSamplePack(page)
  const ready = await exportPdf(page)
  await expect(ready).toContainText(/Pages\d+Size\d+ KB/)
  await expectAccessible(page)
  const sha256 = (await ready.getByText(/^[0-9a-f]{64}$/).textContent())!
  const file = await downloadPdf(page, ready)
  expect(file.name).toMatch(/^[\p{Ll}\d]+(-[\p{Ll}\d]+)*\.pdf$/u)
  const { pages } = await readPdf(file.path)
  await expect(ready).toContainText(`Pages${pages.length}Size`)
  for (const { lines } of pages) expect(lines[0]?.words).toBe('OFFICIAL-SENSITIVE')

  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    ready.getByRole('button', { name: 'Open', exact: true }).click(),
  ])
  const shown = await page.request.get(opened.url())
  expect(shown.headers()['content-type']).toBe('application/pdf')
  expect(shown.headers()['content-disposition']).toMatch(/^inline/)
  expect(await shown.body()).toEqual(readFileSync(file.path))
  await opened.close()

  await ready.getByRole('button', { name: 'Close' }).click()
  await expect((await exportPdf(page)).getByText(sha256)).toBeVisible()
})

test('a pack still prints what it cites when the highlight and its article have been removed', async ({
  page,
}) => {
  await openSamplePack(page)
  await draftText(page)
    .getByRole('link', { name: /^Citation 5\b/ })
    .first()
    .click()
  await expect(page.getByRole('article')).toContainText('more than 34,500')
  await page.getByRole('button', { name: /^Figure: open the highlight “more than 34,500/ }).click()
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: /“more than 34,500/ })).toHaveCount(0)
  await choose(page, 'Article', 'Remove')
  await expect(page.getByText(/was removed. Packs that cite it keep their citations/)).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ to check/)
  const { path } = await downloadPdf(page, await exportPdf(page))
  const extracts = (await readPdf(path)).pages.map(({ words }) => words).join(' ')
  expect(extracts).toContain('more than 34,500 people have crossed in small boats this year')
})

test('a character that no font has stops the export, which names it and says where it stands', async ({
  page,
}) => {
  await newPack(page, 'Glyphs')
  await startAfresh(page, 'Numbered paragraph')
  await page.keyboard.type('All is well.')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('The harbour is open \u{1F600} again.')
  await page.getByRole('button', { name: 'Export PDF' }).click()
  const refused = page.getByRole('dialog', { name: 'The pack was not exported' })
  await expect(refused).toContainText('U+1F600')
  await expect(refused).toContainText(/paragraph 2/i)
  await expect(refused).toContainText('Your draft and its sources are kept as they are.')
  await expectAccessible(page)
  await refused.getByRole('button', { name: 'Close' }).click()
  await draftText(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('The harbour is open again.')
  await exportPdf(page)
})

test('a long export says how far it is, and can be cancelled: no PDF is made and the next one is', async ({
  page,
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'puts a long pack in through the door')
  test.slow()
  await newPack(page, 'Short')
  const packId = await page.evaluate(async () => {
    const sentence = 'The harbour board met on a cold morning and agreed what was to be done before spring. '
    const content = Array.from({ length: 100 }, () => ({
      type: 'numberedParagraph',
      content: [{ type: 'text', text: sentence.repeat(400) }],
    }))
    const head = { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' }
    const briefing = { documentVersion: 1, head, content: { type: 'doc', content } }
    const answer = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'packs.put', input: { title: 'Long', briefing } }),
    })
    const reply = (await answer.json()) as { value: { packId: string } }
    return reply.value.packId
  })
  await page.evaluate(hash => {
    location.hash = hash
  }, packId)
  await expect(draftText(page)).toContainText('The harbour board met', { timeout: 30_000 })
  const under = page.getByRole('alertdialog', { name: 'Exporting the pack' })
  const shown = page.evaluate(
    () =>
      new Promise<string>(resolve => {
        // At once: a fast machine would be done before a hand from outside the page has found the button.
        new MutationObserver((_changes, observer) => {
          const dialog = document.querySelector('[role=alertdialog]')
          const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find(b => b.textContent === 'Cancel')
          if (!dialog?.querySelector('[role=progressbar]') || !cancel) return
          observer.disconnect()
          resolve(dialog.textContent ?? '')
          cancel.click()
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
  await page.getByRole('button', { name: 'Export PDF' }).click()
  expect(await shown).toContain('The draft is saved. Cancelling leaves it as it is.')
  await expect(under).toBeHidden()
  await expect(page.getByText('The export was cancelled. No PDF was made')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const ready = await exportPdf(page)
  await expect(ready).toContainText(/Pages\d,\d{3}/)
})

async function exportPdf(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export PDF' }).click()
  const ready = page.getByRole('dialog', { name: 'The PDF is ready' })
  await expect(ready).toBeVisible({ timeout: 30_000 })
  return ready
}

async function downloadPdf(page: Page, ready: Locator): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    ready.getByRole('button', { name: 'Download' }).click(),
  ])
  return { name: download.suggestedFilename(), path: await download.path() }
}
