import { addArticles, addFiles, articleRow, messages, openArticle } from './articles.ts'
import { expect, test } from './despatch.ts'
import { newPack } from './openPack.ts'
import { selectWords } from './selectWords.ts'
import { agencyPage, htmlFile, pierAgain, pierFirst, pierTitle } from './stories.ts'

test.beforeEach(({ page }) => newPack(page, 'Versions'))

test('what changed between two versions is seen, gone through by key, and leads to the highlight it concerns', async ({
  page,
}) => {
  await addArticles(page, [htmlFile('pier.html', pierFirst)])
  const article = await openArticle(page, pierTitle)
  await selectWords(page, article, '£1.2 million on the deck')
  await page.keyboard.press('Control+Shift+2')
  await expect(page.locator('mark', { hasText: '£1.2 million' })).toBeVisible()

  const report = await addFiles(page, [htmlFile('pier-again.html', pierAgain)])
  await expect(report).toContainText(`New version: ${pierTitle}`)
  await report.getByRole('button', { name: `What changed in “${pierTitle}”` }).click()
  const changes = page.getByRole('dialog', { name: 'What changed' })
  await expect(changes).toBeVisible()
  await page.keyboard.press('Escape')
  await report.getByRole('button', { name: `Read “${pierTitle}”` }).click()

  await expect(article).toContainText('Version 2 of 2')
  await article.getByRole('button', { name: 'What changed' }).click()
  await expect(changes.locator('del')).toHaveText([/£1\.2/, /^ ?\[Removed: Anglers/])
  await expect(changes.locator('ins')).toHaveText([/£1\.4/, /^ ?\[Added: The coastguard/])
  // Never colour alone.
  await expect(changes.locator('del').first()).toHaveCSS('text-decoration-line', 'line-through')
  await expect(changes.getByText('Changed', { exact: true })).toBeVisible()

  const unchanged = changes.getByText('A café is to open')
  await expect(unchanged).toBeHidden()
  await changes
    .getByRole('button', { name: /^Show \d+ unchanged paragraphs/ })
    .last()
    .click()
  await expect(unchanged).toBeVisible()

  await expect(changes.getByRole('status')).toHaveText('2 changes')
  await page.keyboard.press('F8')
  await expect(changes.getByRole('status')).toHaveText('Change 1 of 2')
  await expect(changes.locator('[data-compared]:focus')).toContainText(/£1\.4.* million/)
  await page.keyboard.press('Shift+F8')
  await expect(changes.getByRole('status')).toHaveText('Change 2 of 2')
  await changes.getByRole('button', { name: 'Next change' }).click()
  await expect(changes.getByRole('status')).toHaveText('Change 1 of 2')

  await expect(changes).toContainText('1 highlight needs review')
  await changes.getByRole('button', { name: /^Open the highlight “£1\.2 million/ }).click()
  await expect(changes).toBeHidden()
  await expect(article).toContainText('This is an earlier version.')
  await expect(page.locator('mark', { hasText: '£1.2 million' })).toBeInViewport()
})

test('the copies of one agency text are named, laid side by side, and told apart by hand', async ({
  page,
}) => {
  await addArticles(page, [
    htmlFile('ledger.html', agencyPage('Evening Ledger', 'Ferry to sail every forty minutes')),
    htmlFile(
      'courier.html',
      agencyPage('Quay Courier', 'More crossings from March', 'The Courier asked for this in June.'),
    ),
  ])
  await expect(articleRow(page, 'More crossings from March')).toContainText('The same copy in 1 other')
  const article = await openArticle(page, 'Ferry to sail every forty minutes')
  await article.getByRole('button', { name: 'The same copy in 1 other' }).click()
  const copies = page.getByRole('dialog', { name: 'The same copy' })
  const courier = copies.getByRole('listitem').filter({ hasText: 'More crossings from March' })
  await expect(courier).toContainText('Quay Courier · 11 February 2025 · shares nearly all of it')

  await courier.getByRole('button', { name: /^What each added or cut/ }).click()
  const compared = page.getByRole('dialog', { name: 'What each added or cut' })
  await expect(compared).toContainText('Underlined: only in Quay Courier')
  await expect(compared.locator('ins').last()).toContainText('The Courier asked for this in June.')
  await page.keyboard.press('Escape')

  await courier.getByRole('button', { name: /^These are different/ }).click()
  await expect(courier).toContainText('you said that they are different')
  await page.keyboard.press('Escape')
  await expect(article).not.toContainText('The same copy')
  await expect(articleRow(page, 'More crossings from March')).not.toContainText('The same copy')

  await messages(page).getByRole('button', { name: 'Undo' }).click()
  await expect(article.getByRole('button', { name: 'The same copy in 1 other' })).toBeVisible()
  await article.getByRole('button', { name: 'The same copy in 1 other' }).click()
  await courier.getByRole('button', { name: 'Read “More crossings from March”' }).click()
  await expect(page.getByRole('article', { name: 'More crossings from March' })).toBeVisible()
})
