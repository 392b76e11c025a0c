import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../bench/generateArticle.ts'
import { folderWith } from '../../fixtures/sourceFolder.ts'
import { type TestBackend, temporaryBackend } from '../../fixtures/temporaryArchive.ts'
import { sharedPart, shinglesIn, sketchOf } from './sketch.ts'

const agency = [
  'Ministers will decide before the summer whether the northern ferry line keeps its winter boats, a spokesman for the harbour office said on Monday.',
  'The line carried 41,200 passengers last winter, a fifth fewer than in the year before, and lost £3.1 million in the six months to March.',
  'Islanders have asked for a smaller boat that sails every day; the company says that it would need a second crew, and that none can be trained before October.',
  'A council that speaks for the seven islands meets on Thursday. Its chair said that a winter without boats would empty two of the schools.',
]
const own = [
  'Our reporter spoke to shopkeepers on the quay, who fear for their trade and have written to every member of the assembly about it.',
  'A photograph of the old boat hangs in the town hall, where the council will sit, and nobody who passes it fails to stop.',
]
const other = [
  'The vineyard on the southern slope had its best year since records began, with three hundred barrels laid down by the end of autumn.',
  'Growers put it down to a dry spring and a late frost that never came, and are already asking for more land to plant on the terraces.',
  'Buyers from abroad came early and paid a quarter more than the year before for what they took away, most of it unseen.',
]

const page = (title: string, paragraphs: readonly string[]): string => [title, ...paragraphs].join('\n\n')

async function importing(
  files: Record<string, string>,
): Promise<{ backend: TestBackend; ids: Record<string, string> }> {
  const backend = await temporaryBackend()
  return { backend, ids: await add(backend, files) }
}

async function add(backend: TestBackend, files: Record<string, string>): Promise<Record<string, string>> {
  const { lines } = await backend.call('articles.importPaths', { paths: [folderWith(files)] })
  return Object.fromEntries(
    lines.map(({ path, articleId }) => [path.replace(/^.*\/|\.txt$/g, ''), articleId!]),
  )
}

const copiesOf = async (backend: TestBackend, articleId: string) =>
  (await backend.call('articles.copies', { articleId })).copies.map(copy => copy.articleId).sort()

describe('agency copy', () => {
  test('carried by several outlets is one group, whatever each cut or added', async () => {
    const { backend, ids } = await importing({
      'ledger.txt': page('Ferries: decision by summer', agency),
      'post.txt': page('Islands wait for word on boats', [
        agency[0]!,
        own[0]!,
        agency[1]!,
        agency[2]!,
        own[1]!,
      ]),
      'echo.txt': page('Winter boats in doubt', agency.slice(0, 3)),
      'wine.txt': page('A good year for wine', other),
    })
    expect(await copiesOf(backend, ids.ledger!)).toEqual([ids.echo!, ids.post!].sort())
    expect(await copiesOf(backend, ids.wine!)).toEqual([])
    expect((await backend.call('articles.get', { articleId: ids.echo! })).copies).toBe(2)
    const { hits } = await backend.call('articles.search', { words: 'wine' })
    expect(hits[0]).toMatchObject({ copies: 0 })
  })

  test('what each outlet added or cut is shown', async () => {
    const { backend, ids } = await importing({
      'ledger.txt': page('Ferries: decision by summer', agency),
      'post.txt': page('Islands wait for word on boats', [agency[0]!, own[0]!, ...agency.slice(1, 3)]),
    })
    const { blocks } = await backend.call('articles.compare', {
      from: { articleId: ids.ledger! },
      to: { articleId: ids.post! },
    })
    const texts = (kind: string) =>
      blocks.filter(block => block.kind === kind).map(block => block.pieces[0]!.text)
    expect(texts('added')).toContain(own[0])
    expect(texts('removed')).toContain(agency[3])
    expect(texts('same')).toEqual(agency.slice(0, 3))
  })

  test('“these are different” lasts when a third copy arrives that is like both', async () => {
    const { backend, ids } = await importing({
      'ledger.txt': page('Ferries: decision by summer', agency),
      'post.txt': page('Islands wait for word on boats', [...agency.slice(0, 3), own[0]!]),
    })
    const [ledger, post] = [ids.ledger!, ids.post!]
    await backend.call('articles.decideCopy', { articleId: post, otherId: ledger, decision: 'different' })
    expect((await backend.call('articles.get', { articleId: ledger })).copies).toBe(0)
    const { echo } = await add(backend, {
      'echo.txt': page('Boats', [...agency.slice(0, 3), own[0]!, own[1]!]),
    })
    expect((await backend.call('articles.get', { articleId: post })).copies).toBe(1)
    expect((await backend.call('articles.get', { articleId: ledger })).copies).toBe(0)
    const kept = await backend.call('articles.copies', { articleId: ledger })
    expect(kept.copies).toEqual([expect.objectContaining({ articleId: post, decided: 'different' })])
    expect(await copiesOf(backend, echo!)).toEqual([post])

    await backend.call('articles.decideCopy', { articleId: ledger, otherId: post, decision: null })
    expect((await backend.call('articles.get', { articleId: ledger })).copies).toBe(2)
  })

  test('“these are the same” lasts, also for texts with nothing in common', async () => {
    const { backend, ids } = await importing({
      'wine.txt': page('A good year for wine', other),
      'post.txt': page('Islands wait for word on boats', own),
    })
    await backend.call('articles.decideCopy', { articleId: ids.wine!, otherId: ids.post!, decision: 'same' })
    await add(backend, { 'third.txt': page('Wine again', [...other, own[1]!]) })
    expect((await backend.call('articles.get', { articleId: ids.post! })).copies).toBe(2)
    const { copies } = await backend.call('articles.copies', { articleId: ids.post! })
    expect(copies.find(copy => copy.articleId === ids.wine)).toMatchObject({ decided: 'same' })
  })

  test('what is in the bin is no copy of anything', async () => {
    const { backend, ids } = await importing({
      'ledger.txt': page('Ferries: decision by summer', agency),
      'post.txt': page('Islands wait for word on boats', [...agency, own[0]!]),
    })
    await backend.call('articles.remove', { articleId: ids.post! })
    expect(await copiesOf(backend, ids.ledger!)).toEqual([])
    await backend.call('articles.restore', { articleId: ids.post! })
    expect(await copiesOf(backend, ids.ledger!)).toEqual([ids.post])
  })
})

const blocksOf = (text: string) => [{ kind: 'paragraph' as const, start: 0, end: text.length }]
const shinglesOf = (text: string) => new Set(shinglesIn(text, blocksOf(text)))
const wordList =
  'harbour winter boat island council minister report figure school quay line crew spring cost loss'.split(
    ' ',
  )
const someWords = fc.integer({ min: 1, max: 1e9 }).map(seed => {
  const random = seededRandom(seed)
  return Array.from(
    { length: 300 },
    () => `${wordList[Math.floor(random() * wordList.length)]}${Math.floor(random() * 40)}`,
  )
})

test('a text and its half share something of their sketches, nearly always', () => {
  let missed = 0
  fc.assert(
    fc.property(someWords, words => {
      const whole = words.join(' ')
      const half = words.slice(60, 210).join(' ')
      const sketch = new Set(sketchOf(whole, blocksOf(whole)))
      if (!sketchOf(half, blocksOf(half)).some(hash => sketch.has(hash))) missed++
      expect(sharedPart(shinglesOf(whole), shinglesOf(half))).toBe(1)
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(missed).toBeLessThan(9)
})
