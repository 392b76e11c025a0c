import { describe, expect, test } from 'vitest'
import { folderWith } from '../fixtures/sourceFolder.ts'
import { type TestBackend, temporaryBackend } from '../fixtures/temporaryArchive.ts'

const story = (figure: number): string =>
  `Boats return to the winter harbour\n\nThe harbour office counted ${figure} boats this week. It had expected 380.\n\nAdvertisement\n\nNobody was turned away, a clerk said on Friday.\n\nhttps://ledger.example/news/boats\n`

const add = async (backend: TestBackend, files: Record<string, string>) =>
  (await backend.call('articles.importPaths', { paths: [folderWith(files)] })).lines.map(
    line => line.articleId!,
  )

describe('an official’s word on page furniture', () => {
  const shownAs = async (backend: TestBackend, articleId: string) => {
    const { text, blocks } = await backend.call('articles.get', { articleId })
    return (words: string) => blocks.find(({ start, end }) => text.slice(start, end).startsWith(words))!
  }

  test('hides and shows a block, also in the next version, and can be taken back', async () => {
    const backend = await temporaryBackend()
    const [articleId] = (await add(backend, { 'a.txt': story(412) })) as [string]
    let block = await shownAs(backend, articleId)
    expect(block('Advertisement').furniture).toBe('Advertisement')
    const decide = (words: string, decision: 'hidden' | 'shown' | null, version = 1) =>
      backend.call('articles.decideFurniture', { articleId, version, start: block(words).start, decision })
    await decide('Advertisement', 'shown')
    await decide('Nobody', 'hidden')
    await add(backend, { 'b.txt': story(431) })
    block = await shownAs(backend, articleId)
    expect(block('Advertisement')).toMatchObject({ decided: 'shown' })
    expect(block('Advertisement').furniture).toBeUndefined()
    expect(block('Nobody')).toMatchObject({ furniture: 'Hidden by you', decided: 'hidden' })
    await decide('Nobody', null, 2)
    await decide('Advertisement', 'hidden', 2)
    block = await shownAs(backend, articleId)
    expect([block('Nobody').furniture, block('Nobody').decided]).toEqual([undefined, undefined])
    expect([block('Advertisement').furniture, block('Advertisement').decided]).toEqual([
      'Advertisement',
      undefined,
    ])
  })

  test('is about a block that is there', async () => {
    const backend = await temporaryBackend()
    const [articleId] = (await add(backend, { 'a.txt': story(412) })) as [string]
    const decide = (version: number, start: number) =>
      backend.call('articles.decideFurniture', { articleId, version, start, decision: 'hidden' })
    await expect(decide(1, 3)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(decide(2, 0)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('tags and handling', () => {
  test('of many articles are changed at once, and the change is undone exactly', async () => {
    const backend = await temporaryBackend()
    const ids = await add(backend, {
      'a.txt': story(1),
      'b.txt': 'Wine\n\nA good year for wine in the south.\n',
    })
    await backend.call('articles.edit', { articleIds: [ids[0]!], addTags: ['Boats'] })
    await backend.call('articles.edit', { articleIds: [ids[1]!], handling: { licence: 'NLA 7' } })
    const before = await Promise.all(ids.map(articleId => backend.call('articles.get', { articleId })))

    const { undo } = await backend.call('articles.edit', {
      articleIds: ids,
      addTags: ['boats', 'winter'],
      handling: { licence: 'NLA 9', retainUntil: '2027-01-31', lawfulBasis: 'Public task' },
    })
    expect(await backend.call('articles.get', { articleId: ids[0]! })).toMatchObject({
      tags: ['Boats', 'winter'],
      handling: { licence: 'NLA 9', retainUntil: '2027-01-31', lawfulBasis: 'Public task', purpose: null },
    })
    expect((await backend.call('articles.tags', {})).tags).toEqual([
      { tag: 'Boats', articles: 2 },
      { tag: 'winter', articles: 2 },
    ])
    for (const edit of undo) await backend.call('articles.edit', edit)
    expect(await Promise.all(ids.map(articleId => backend.call('articles.get', { articleId })))).toEqual(
      before,
    )
  })

  test('are changed in all or in none', async () => {
    const backend = await temporaryBackend()
    const [articleId] = (await add(backend, { 'a.txt': story(1) })) as [string]
    const edit = backend.call('articles.edit', { articleIds: [articleId, 'none'], addTags: ['x'] })
    await expect(edit).rejects.toMatchObject({ code: 'not-found' })
    expect((await backend.call('articles.get', { articleId })).tags).toEqual([])
  })

  test('many articles go into the bin and come back', async () => {
    const backend = await temporaryBackend()
    const ids = await add(backend, {
      'a.txt': story(1),
      'b.txt': 'Wine\n\nA good year for wine in the south.\n',
    })
    await backend.call('articles.removeMany', { articleIds: ids })
    expect((await backend.call('articles.search', { words: '' })).total).toBe(0)
    await backend.call('articles.restoreMany', { articleIds: ids })
    expect((await backend.call('articles.search', { words: 'wine' })).total).toBe(1)
    expect((await backend.call('archive.verify', {})).differences).toEqual([])
  })
})
