import { addArticles, textFile } from './articles.ts'
import { expect, test } from './despatch.ts'
import { choose, newPack } from './openPack.ts'

const ris = `TY  - NEWS
TI  - Ferry to sail every forty minutes
AU  - Ode, Ann
T2  - Harbour News
DA  - 2025/03/04/
UR  - https://harbour.example/ferry
ER  -

TY  - RPRT
TI  - On the mending of quay walls
PB  - Quay Press
PY  - 2024
ER  -
`

test('references that came without their articles are listed, and can be let go', async ({ page }) => {
  await newPack(page, 'References')
  await choose(page, 'Add articles', 'References that wait…')
  const waiting = page.getByRole('dialog', { name: 'References that wait' })
  await expect(waiting).toContainText('No reference waits')
  await page.keyboard.press('Escape')

  await page.getByTestId('add-files').setInputFiles([textFile('quays.ris', ris)] as never)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Command' }).fill('references that wait')
  await page.keyboard.press('Enter')
  const line = waiting.getByRole('listitem')
  await expect(line).toHaveCount(2)
  await expect(line.filter({ hasText: 'Ferry to sail' })).toContainText(
    /Harbour News · 4 March 2025.*quays\.ris/,
  )

  await waiting.getByRole('button', { name: 'Remove the reference “On the mending of quay walls”…' }).click()
  await waiting.getByRole('button', { name: /^Remove for good/ }).click()
  await expect(line).toHaveCount(1)
  await page.keyboard.press('Escape')

  await addArticles(page, [
    textFile('ferry.txt', 'Ferry to sail every forty minutes\n\nThe harbour board said so on Tuesday.'),
  ])
  await choose(page, 'Add articles', 'References that wait…')
  await expect(waiting).toContainText('No reference waits')
})
