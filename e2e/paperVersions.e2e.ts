import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './despatch.ts'
import { draftText, expectSaved } from './draftText.ts'
import { newPack } from './openPack.ts'
import { press } from './pressKeys.ts'

const oldPaper = [
  { type: 'numberedParagraph', content: [{ type: 'text', text: 'The licences lapse.' }] },
  {
    type: 'numberedParagraph',
    attrs: { level: 2, anchor: 'under' },
    content: [
      { type: 'text', text: 'Two of them in spring' },
      { type: 'footnote', attrs: { text: 'In March.' } },
    ],
  },
  {
    type: 'recommendation',
    attrs: { verb: 'note', response: true },
    content: [
      { type: 'crossReference', attrs: { target: 'under' } },
      { type: 'crossReference', attrs: { target: 'gone' } },
    ],
  },
  { type: 'pageBreak' },
]

test('a pack of an older version is made one of this version by an edit, and not by being opened', async ({
  page,
  despatch,
}) => {
  test.skip(despatch.host !== 'loopback', 'puts a pack in through the door')
  await newPack(page, 'Ferry licences')
  const packId = await putPack(page, 1, oldPaper.slice(0, 1))
  await openPack(page, packId)
  await expect(draftText(page)).toHaveText('The licences lapse.')
  await draftText(page).click()
  await press(page, 'ControlOrMeta+End')
  await page.waitForTimeout(1500)
  const opened = await storedPack(page, packId)
  expect([opened.revision, opened.briefing.documentVersion]).toEqual([1, 1])
  await page.keyboard.type(' So be it.')
  await expectSaved(page)
  const edited = await storedPack(page, packId)
  expect(edited.revision).toBeGreaterThan(1)
  expect(edited.briefing.documentVersion).toBe(2)
})

test('a draft that is only read shows everything as it prints', async ({ page, despatch }) => {
  test.skip(despatch.host !== 'loopback', 'puts a pack in through the door')
  await newPack(page, 'Ferry licences')
  await openPack(page, await putPack(page, 99, oldPaper))
  const draft = page.getByRole('region', { name: 'The draft, to read only' })
  await expect(draft.locator('[data-depth="2"]')).toHaveAttribute('data-number', '1.1')
  await expect(draft.locator('[data-depth="2"]')).toHaveText('Two of them in spring1 Footnote 1: In March. ')
  await expect(draft.locator('[data-recommendation]')).toHaveAttribute('data-letter', '(a)')
  await expect(draft.locator('[data-recommendation]')).toContainText(
    'paragraph 1.1reference to something that is gone☐ Noted☐ Discuss',
  )
  await expect(draft.getByText('Page break')).toBeVisible()
  await expectAccessible(page)
})

interface StoredPack {
  packId: string
  revision: number
  briefing: { documentVersion: number }
}

const head = { marking: 'OFFICIAL', to: '', from: '', date: '', copy: '', decisionBy: '', reference: '' }

async function putPack(page: Page, documentVersion: number, content: unknown[]): Promise<string> {
  const briefing = { documentVersion, head, content: { type: 'doc', content } }
  const { packId } = await call<StoredPack>(page, 'packs.put', { title: 'Put in', briefing })
  return packId
}

const storedPack = (page: Page, packId: string) => call<StoredPack>(page, 'packs.get', { packId })

function call<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  return page.evaluate(async body => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/call', { method: 'POST', headers, body })
    return ((await answer.json()) as { value: Value }).value
  }, JSON.stringify({ name, input }))
}

const openPack = (page: Page, packId: string): Promise<void> =>
  page.evaluate(hash => {
    location.hash = hash
  }, packId)
