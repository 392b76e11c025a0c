import type { Page } from '@playwright/test'
import { addArticles, addFiles, messages, openArticle, sampleFile, textFile } from './articles.ts'
import { expectAccessible } from './axe.ts'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { chooseStyle, draftText, startAfresh } from './draftText.ts'
import { expectNothingCut } from './nothingCut.ts'
import { choose, newPack, openSamplePack } from './openPack.ts'
import { runCommand } from './runCommand.ts'

const title = 'Small boats and removals: the figures, and where they disagree'

for (const { name, viewport } of [
  { name: '1280 × 800', viewport: { width: 1280, height: 800 } },
  { name: 'a zoom of 200 %', viewport: { width: 640, height: 400 } },
]) {
  test.describe(`accessible and nothing cut off at ${name}`, () => {
    test.use({ viewport })
    test.slow()

    test('the dialogs of packs and of the window', async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.getByRole('button', { name: 'New pack' }).click()
      await page.getByRole('button', { name: 'Make the pack' }).click()
      await expect(page.getByText('Give the pack a title.')).toBeVisible()
      await look(page, 'New pack')
      await newPack(page, 'Dialogs')
      await choose(page, 'Pack', 'Rename this pack…')
      await look(page, 'Rename this pack')
      await page.getByRole('button', { name: 'Find a command' }).click()
      await look(page, 'Find a command')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('zeppelin')
      await expect(page.getByText('No command has these words.')).toBeVisible()
      await look(page, 'Find a command')
      await runCommand(page, 'Settings')
      await look(page, 'Settings')
    })

    test('the dialogs of articles and highlights', async ({ page }) => {
      await page.setViewportSize(viewport)
      await newPack(page, 'Dialogs')
      await addArticles(page, [sampleFile('crossings-and-removals-in-figures.html')])
      await addFiles(page, [
        textFile('gone.txt', 'A story to remove\n\nThe ferry was late again on Tuesday.'),
        textFile('nothing.txt', ''),
      ])
      await look(page, '1 article added, 1 not added')
      await runCommand(page, 'Go to Sources')
      await openArticle(page, 'A story to remove')
      await choose(page, 'Article', 'Remove')
      await runCommand(page, 'Show what was removed')
      await look(page, 'Removed')
      await openArticle(page, title)
      await choose(page, 'Article', 'Edit details…')
      await page.getByRole('textbox', { name: 'Date of publication' }).fill('soon')
      // The message about what was removed still stands: it must not hide the buttons.
      await expect(messages(page)).toContainText('was removed')
      await page.getByRole('button', { name: 'Cancel' }).click({ trial: true })
      await look(page, 'Details of the article')
      await page.locator('[data-block]').nth(3).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Shift+6')
      await look(page, 'Highlight')
    })

    test('the dialogs of the draft', async ({ page }) => {
      await page.setViewportSize(viewport)
      await newPack(page, 'Dialogs')
      await startAfresh(page, 'Numbered paragraph')
      await page.keyboard.type('There were sevral chainges.')
      await page.getByRole('button', { name: 'Spelling' }).click()
      await expect(page.getByRole('button', { name: 'several', exact: true })).toBeVisible()
      await look(page, 'Spelling')
      await choose(page, 'Insert', 'Footnote…')
      await look(page, 'New footnote')
      await choose(page, 'Insert', 'Cross-reference…')
      await look(page, 'Refer to')
      await chooseStyle(page, 'Recommendation')
      await choose(page, 'Verb', 'Another verb…')
      await look(page, 'Verb of the recommendation')
      await page.getByRole('button', { name: 'Versions' }).click()
      await expect(page.getByRole('region', { name: 'The version chosen' })).toContainText(/\w/)
      await look(page, 'Versions of this draft')
      await page.getByRole('button', { name: /to check/ }).click()
      await look(page, 'To check in the draft')
    })

    test('the dialogs of the export', async ({ page }) => {
      await page.setViewportSize(viewport)
      await openSamplePack(page)
      await page.getByRole('button', { name: /Nothing to check/ }).click()
      await look(page, 'To check in the draft')
      await page.getByRole('button', { name: 'Export PDF' }).click()
      await expect(page.getByRole('dialog', { name: 'The PDF is ready' })).toBeVisible({ timeout: 30_000 })
      await look(page, 'The PDF is ready')
      // No font has this character.
      await draftText(page).click()
      await page.keyboard.insertText('\u{1D11E}')
      await page.getByRole('button', { name: 'Export PDF' }).click()
      await look(page, 'The pack was not exported')
    })
  })
}

test('the dialog over an export under way, and over a pack that was changed elsewhere', async ({
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'holds back a request, and opens a second window')
  const { page } = despatch
  await newPack(page, 'Dialogs')
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route('**/call', async route => {
    if (route.request().postDataJSON().name === 'packs.export') await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Export PDF' }).click()
  await expect(page.getByRole('alertdialog', { name: 'Exporting the pack' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  goOn()
  await look(page, 'The PDF is ready')

  const other = await page.context().newPage()
  await other.goto(page.url())
  await draftText(other).click()
  await draftText(page).click()
  await page.keyboard.type('One says this. ')
  await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d/)
  await draftText(other).click()
  await other.keyboard.type('The other says that. ')
  await expect(other.getByRole('alertdialog', { name: 'This pack was changed elsewhere' })).toBeVisible()
  await expectAccessibleInBothThemes(other)
  await expectNothingCut(other)
})

/** Looks at an open dialog, and closes it. */
async function look(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  await expectNothingCut(page)
  // A theme changes colours alone, and those are the same at any size.
  await (page.viewportSize()!.width < 1000 ? expectAccessible(page) : expectAccessibleInBothThemes(page))
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}
