import type { Page } from '@playwright/test'
import { addArticles, addFiles, articleList, messages, openArticle, textFile } from './articles.ts'
import { expectAccessible } from './axe.ts'
import { expectAccessibleInBothThemes } from './bothThemes.ts'
import { expect, test } from './despatch.ts'
import { expectNothingCut } from './nothingCut.ts'
import { choose, newPack } from './openPack.ts'
import { selectWords } from './selectWords.ts'
import { agencyPage, htmlFile, pierAgain, pierFirst, pierTitle } from './stories.ts'

for (const { name, viewport } of [
  { name: '1280 × 800', viewport: { width: 1280, height: 800 } },
  { name: 'a zoom of 200 %', viewport: { width: 640, height: 400 } },
]) {
  test.describe(`accessible and nothing cut off at ${name}`, () => {
    test.use({ viewport })
    test.slow()

    test.beforeEach(async ({ page }) => {
      await page.setViewportSize(viewport)
      await newPack(page, 'Articles')
    })

    test('adding articles: the report, the clipboard and the references that wait', async ({ page }) => {
      await run(page, 'Add articles from the clipboard')
      await page.getByRole('button', { name: 'Add the article' }).click()
      await expect(page.getByText('There is no text yet.')).toBeVisible()
      await look(page, 'Add an article from the clipboard')
      await run(page, 'Show references that wait')
      await look(page, 'References that wait')
      const report = await addFiles(page, [
        htmlFile(`${'a-folder-with-a-long-name/'.repeat(6)}pier.html`, pierFirst),
        textFile('nothing.txt', ''),
        textFile('waiting.ris', waiting),
      ])
      await report.getByRole('radio', { name: /^Not added/ }).click()
      await look(page, /1 not added/)
      await run(page, 'Show references that wait')
      await page
        .getByRole('button', { name: /^Remove the reference/ })
        .first()
        .click()
      await look(page, 'References that wait')
    })

    test('reading: versions, copies, furniture and details', async ({ page }) => {
      await addArticles(page, [
        htmlFile('pier.html', pierFirst),
        htmlFile('ledger.html', agencyPage('Evening Ledger', 'Ferry to sail every forty minutes')),
        htmlFile(
          'courier.html',
          agencyPage('Quay Courier', 'More crossings from March', 'The Courier asked for it.'),
        ),
      ])
      await run(page, 'Go to Sources')
      const pier = await openArticle(page, pierTitle)
      await selectWords(page, pier, '£1.2 million on the deck')
      await page.keyboard.press('Control+Shift+2')
      await expect(page.locator('mark', { hasText: '£1.2 million' })).toBeVisible()
      await addArticles(page, [htmlFile('pier.html', pierAgain)])
      await expect(pier).toContainText('Version 2 of 2')
      await pier.getByRole('button', { name: 'What changed' }).click()
      await expect(page.getByText('1 highlight needs review').last()).toBeVisible()
      await page.keyboard.press('F8')
      await look(page, 'What changed')
      await pier.getByRole('button', { name: 'Show page furniture' }).click()
      await pier.getByRole('button', { name: /^Hide as furniture: “Divers/ }).click()
      await expect(pier).toContainText('Hidden by you')
      await lookAtDesk(page)

      await run(page, 'Go to Sources')
      const ferry = await openArticle(page, 'Ferry to sail every forty minutes')
      await ferry.getByRole('button', { name: 'The same copy in 1 other' }).click()
      await page.getByRole('button', { name: /^These are the same/ }).click()
      await expect(page.getByText('you said that they are the same')).toBeVisible()
      await page.getByRole('button', { name: /^What each added or cut/ }).click()
      await look(page, 'What each added or cut')
      await look(page, 'The same copy')
      for (const tab of ['What was found', 'Tags and handling', 'Where it comes from']) {
        await choose(page, 'Article', 'Edit details…')
        await page.getByRole('tab', { name: tab }).click()
        await look(page, 'Details of the article')
      }
    })

    test('several at once: the list while some are selected, and their dialog', async ({ page }) => {
      await addArticles(
        page,
        ['Fog', 'Frost', 'Flood'].map(title =>
          textFile(`${title}.txt`, `${title}\n\nThe ferry was late: ${title}.`),
        ),
      )
      await run(page, 'Go to Sources')
      await articleList(page).focus()
      await page.keyboard.press('Control+a')
      await expect(articleList(page).getByRole('option', { selected: true })).toHaveCount(3)
      await lookAtDesk(page)
      const bar = page.getByRole('toolbar', { name: 'Selected articles' })
      await bar.getByRole('button', { name: 'Tag…' }).click()
      await page.keyboard.type('weather')
      await page.keyboard.press('Enter')
      await expect(messages(page)).toContainText('3 articles were changed.')
      await bar.getByRole('button', { name: 'Licence…' }).click()
      await expect(page.getByRole('checkbox', { name: 'weather (on all)' })).toBeVisible()
      await look(page, 'Tags and handling of 3 articles')
    })
  })
}

test('the dialog over an import under way is accessible', async ({ despatch }) => {
  test.skip(despatch.host !== 'loopback', 'holds back a request')
  const { page } = despatch
  await page.setViewportSize({ width: 640, height: 400 })
  await newPack(page, 'Articles')
  let goOn = () => {}
  const held = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route('**/call', async route => {
    if (route.request().postDataJSON().name === 'articles.import') await held
    await route.continue()
  })
  await page.getByTestId('add-files').setInputFiles([textFile('fog.txt', 'Fog\n\nNo boat sailed.')])
  await look(page, 'Adding articles')
  await run(page, 'Go to Sources')
  await expect(page.getByRole('button', { name: 'Show how far it is' })).toBeVisible()
  await lookAtDesk(page)
  goOn()
  await expect(messages(page)).toContainText('1 article added.')
})

const waiting = `TY  - NEWS
TI  - A ferry that has not arrived
T2  - Harbour News
UR  - https://harbour.example/${'a-long-way/'.repeat(12)}ferry
ER  -
`

/** Runs a command of the palette. */
async function run(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill(label)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden()
}

/** Looks at an open dialog, and closes it. */
async function look(page: Page, name: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  await lookAtDesk(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

async function lookAtDesk(page: Page): Promise<void> {
  await expectNothingCut(page)
  // A theme changes colours alone, and those are the same at any size.
  await (page.viewportSize()!.width < 1000 ? expectAccessible(page) : expectAccessibleInBothThemes(page))
}
