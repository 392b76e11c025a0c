import type { Locator, Page } from '@playwright/test'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { draftText } from './draftText.ts'
import { expectNothingCut } from './nothingCut.ts'
import { openSamplePack } from './openPack.ts'
import { readPdfBytes } from './readPdf.ts'

const pane = (page: Page): Locator => page.getByRole('region', { name: 'Preview', exact: true })
const pages = (page: Page): Locator => pane(page).getByRole('group', { name: 'Pages of the preview' })
const place = (page: Page): Locator => pane(page).getByText(/^Page \d+ of \d+$/)
const paper = (page: Page, number: number): Locator =>
  pages(page).getByRole('group', { name: new RegExp(`^Page ${number} of \\d+$`) })
const drawn = (page: Page): Locator => pages(page).locator('[data-drawn] > canvas').first()
const scrolled = (page: Page): Promise<number> => pages(page).evaluate(element => element.scrollTop)

test('what is typed stands on the paper beside it a moment later', async ({ page }) => {
  await openSamplePack(page)
  await expect(pane(page)).toBeHidden()
  await openPreview(page)
  await draftText(page).locator('p').first().click()
  await page.keyboard.type('Zeppelins')
  await expectPrinted(page, 'Zeppelins')
  // Nothing is exported by looking at it.
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('it follows the caret, and the way back leads from the paper to the draft', async ({ page }) => {
  await openSamplePack(page)
  await openPreview(page)
  const before = (await place(page).textContent())!
  await draftText(page).getByRole('heading', { name: 'Lines to take' }).click()
  await expect(place(page)).not.toHaveText(before)
  await expect.poll(() => scrolled(page)).toBeGreaterThan(500)

  // The keys of any document.
  await pages(page).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => scrolled(page)).toBe(0)
  await page.keyboard.press('PageDown')
  await expect.poll(() => scrolled(page)).toBeGreaterThan(200)
  await page.keyboard.press('End')
  await expect(place(page)).toHaveText(/^Page (\d+) of \1$/)
  await page.keyboard.press('Home')
  await expect.poll(() => scrolled(page)).toBe(0)

  // Where one has scrolled to oneself is where one stays.
  await draftText(page).press('Q')
  await expectPrinted(page, /QLines to take|Lines to takeQ|Lines.*Q.*take/)
  expect(await scrolled(page)).toBe(0)

  await paper(page, 1).dblclick({ position: { x: 100, y: 20 } })
  await expect(draftText(page)).toBeFocused()
  expect(await caretChild(page)).toBe(0)
  await pages(page).focus()
  await page.keyboard.press('End')
  await expect(place(page)).toHaveText(/^Page (\d+) of \1$/)
  await page.getByRole('button', { name: 'Go to this place in the draft' }).press('Enter')
  await expect(draftText(page)).toBeFocused()
  expect(await caretChild(page)).toBeGreaterThan(20)
})

test('a link leads to its place within the preview, by keyboard and by mouse', async ({ page }) => {
  await openSamplePack(page)
  await openPreview(page)
  const before = await scrolled(page)
  await page.getByRole('button', { name: 'Links of this page' }).press('Enter')
  await page.getByRole('menuitem', { name: /Annex B/ }).press('Enter')
  await expect.poll(async () => (await scrolled(page)) - before).toBeGreaterThan(1000)
  await expect(drawn(page)).toBeVisible()
  await pages(page).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => scrolled(page)).toBe(0)
  await paper(page, 1)
    .getByTitle(/^Annex A/)
    .click()
  await expect.poll(() => scrolled(page)).toBeGreaterThan(1000)
})

test('a fault is said in words while the last good preview stays, until it is mended', async ({ page }) => {
  await openSamplePack(page)
  await openPreview(page)
  await draftText(page).locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' \u{1F600}')
  await expect(pane(page)).toContainText('This preview is an older one.')
  await expect(pane(page)).toContainText('U+1F600')
  await expect(drawn(page)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Backspace')
  await expect(pane(page)).not.toContainText('This preview is an older one.')
})

test('it opens and closes by its keys, which leave the caret where it is, and stays open', async ({
  page,
  despatch,
}) => {
  await openSamplePack(page)
  await draftText(page).locator('p').first().click()
  await page.keyboard.press('Control+Shift+P')
  await expect(drawn(page)).toBeVisible()
  await expect(draftText(page)).toBeFocused()
  const again = await despatch.restart()
  await openSamplePack(again)
  await expect(drawn(again)).toBeVisible()
  await again.keyboard.press('Control+Shift+P')
  await expect(pane(again)).toBeHidden()
})

for (const [size, use] of [
  ['1280 × 800', { viewport: { width: 1280, height: 800 } }],
  ['a zoom of 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
] as const) {
  test.describe(`accessible and nothing cut off at ${size}`, () => {
    test.use(use)

    test('the preview', async ({ page }) => {
      await page.setViewportSize(use.viewport)
      await openSamplePack(page)
      await openPreview(page)
      await expectNothingCut(page)
      await expectAccessibleInBothThemes(page)
      const width = () => paper(page, 1).evaluate(element => element.getBoundingClientRect().width)
      const fitted = await width()
      expect(fitted).toBeLessThanOrEqual(use.viewport.width)
      await pane(page).getByRole('button', { name: 'Size of the pages' }).click()
      await page.getByRole('option', { name: '100 %' }).click()
      await expect.poll(width).toBe(794)
      await expectNothingCut(page)
      await expectAccessibleInBothThemes(page)
      const sharp = await drawn(page).evaluate(
        (canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth,
      )
      expect(sharp).toBeCloseTo('deviceScaleFactor' in use ? use.deviceScaleFactor : 1, 2)
    })
  })
}

async function openPreview(page: Page): Promise<void> {
  await keepPdfs(page)
  await page.getByRole('toolbar', { name: 'Panes' }).getByRole('button', { name: 'Preview' }).click()
  await expect(drawn(page)).toBeVisible({ timeout: 20_000 })
}

declare global {
  /** The PDFs that the preview has fetched, each a revision of it. */
  var previewed: Promise<ArrayBuffer>[]
}

/** A PDF is gone once the next is made: it cannot be fetched again, so what the app fetches is kept. */
const keepPdfs = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const fetched = globalThis.fetch
    globalThis.previewed = []
    globalThis.fetch = async (...request) => {
      const response = await fetched(...request)
      if (response.ok && String(request[0]).includes('/bytes/')) {
        globalThis.previewed.push(response.clone().arrayBuffer())
      }
      return response
    }
  })

/** Waits until words stand in the PDF of which pages are drawn. */
async function expectPrinted(page: Page, words: string | RegExp): Promise<void> {
  await expect(async () => {
    const revision = Number(await pages(page).getAttribute('data-revision'))
    await expect(pages(page).locator(`[data-drawn="${revision}"]`).first()).toBeVisible({ timeout: 2000 })
    const bytes = await page.evaluate(
      async revision => Array.from(new Uint8Array((await globalThis.previewed[revision - 1])!)),
      revision,
    )
    const pdf = await readPdfBytes(Uint8Array.from(bytes))
    expect(pdf.pages.map(({ words }) => words).join(' ')).toMatch(words)
  }).toPass({ timeout: 20_000 })
}

/** The child of the document in which the caret stands. */
const caretChild = (page: Page): Promise<number> =>
  draftText(page).evaluate(text => {
    const at = getSelection()?.anchorNode
    return [...text.children].findIndex(child => child.contains(at ?? null))
  })
