import { expect, test, vi } from 'vitest'
import { numberCitations } from '../../../../shared/document/citations.ts'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { anchored, crossReference } from '../fixtures/nodes.ts'
import { printPack } from '../index.ts'
import { numbered, samplePrintJob } from '../samplePrintJob.ts'
import { astray, linksIn } from './astray.testkit.ts'
import { readPdf } from './pdfFile.testkit.ts'
import { seenByPdfJs } from './readingOrder.testkit.ts'

// Packs are made by processes of their own or by the dozen: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

test.each(Object.entries(fixturePacks))('%s has no link astray', async (_, make) => {
  const job = make()
  const { bytes } = await printPack(job)
  const pdf = readPdf(bytes)
  expect(astray(job, pdf, (await seenByPdfJs(bytes)).pages)).toEqual([])
})

test('a link that lands a line off, or on another page, is told of', async () => {
  const job = fixturePacks.everything!()
  const { bytes } = await printPack(job)
  const { pages } = await seenByPdfJs(bytes)
  const away = pages.map(items => items.map(item => ({ ...item, y: item.y - 40 })))
  expect(astray(job, readPdf(bytes), away).length).toBeGreaterThan(40)
  expect(astray(job, readPdf(bytes), [...pages.slice(1), pages[0]!]).length).toBeGreaterThan(40)
})

test.each(['everything', 'annex-heavy', 'official-sensitive'])(
  'in %s each passage leads back to every paragraph that cites it',
  async name => {
    const job = fixturePacks[name]!()
    const links = linksIn(readPdf((await printPack(job)).bytes))
    for (const { number, places } of numberCitations(job.briefing.content).values()) {
      const back = links.filter(link => link.name.startsWith(`cited-${String(number).padStart(5, '0')}-`))
      const said = new Set(back.map(({ says }) => says.trim()))
      for (const { paragraph } of places)
        if (paragraph !== null) expect(said, `passage ${number}`).toContain(paragraph)
      expect(
        links.some(link => link.name === `passage-${String(number).padStart(5, '0')}`),
        `passage ${number}`,
      ).toBe(true)
    }
  },
)

test('a reference to a heading that was emptied leads nowhere, and is named before anything is printed', async () => {
  const emptied = anchored('emptied', { type: 'heading', attrs: { level: 1 }, content: [] })
  const job = samplePrintJob([emptied, numbered('See ', crossReference('emptied'), '.')])
  await expect(printPack(job)).rejects.toMatchObject({
    code: 'broken-reference',
    message: expect.stringContaining('paragraph 1'),
  })
})
