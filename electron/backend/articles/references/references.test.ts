import { describe, expect, test } from 'vitest'
import { folderWith } from '../../fixtures/sourceFolder.ts'
import { type TestBackend, temporaryBackend } from '../../fixtures/temporaryArchive.ts'

const ris = (fields: string): string =>
  `TY  - NEWS\r\n${fields.trim().replaceAll('\n', '\r\n')}\r\nER  - \r\n`
const described = ris(`
TI  - Boats return to the winter harbour
AU  - Example, Ann
T2  - The Evening Ledger
DA  - 2024/12/14
KW  - harbours
UR  - https://www.ledger.example/news/boats
`)
const article =
  'Boats return to the winter harbour\n\nThe harbour office counted 412 boats this week. It had expected 380.\n\nNobody was turned away, a clerk said on Friday.\n'

const add = async (backend: TestBackend, files: Record<string, string>) =>
  (await backend.call('articles.importPaths', { paths: [folderWith(files)] })).lines

describe('a reference', () => {
  test('joins the article that is there: its details and tags, and where they come from', async () => {
    const backend = await temporaryBackend()
    const [added] = await add(backend, { 'boats.txt': article })
    const [line] = await add(backend, { 'refs.ris': described })
    expect(line).toMatchObject({ outcome: 'added', articleId: added!.articleId })
    const found = await backend.call('articles.get', { articleId: added!.articleId! })
    expect(found).toMatchObject({
      publisher: 'The Evening Ledger',
      publishedOn: '2024-12-14',
      url: 'https://www.ledger.example/news/boats',
      tags: ['harbours'],
      evidence: { publisher: 'RIS in refs.ris' },
    })
    expect((await backend.call('articles.search', { words: 'ledger' })).total).toBe(1)
    expect((await backend.call('references.list', {})).references).toEqual([])
  })

  test('waits for its article, is listed, and joins it when it comes', async () => {
    const backend = await temporaryBackend()
    const [line] = await add(backend, { 'refs.ris': described })
    expect(line).toMatchObject({ outcome: 'added', articleId: null })
    expect(line!.reason).toMatch(/waits/)
    expect((await backend.call('references.list', {})).references).toEqual([
      expect.objectContaining({
        title: 'Boats return to the winter harbour',
        from: 'RIS',
        origin: 'refs.ris',
      }),
    ])
    const [added] = await add(backend, { 'boats.txt': article })
    const found = await backend.call('articles.get', { articleId: added!.articleId! })
    expect(found).toMatchObject({ publisher: 'The Evening Ledger', tags: ['harbours'] })
    expect((await backend.call('articles.search', { words: 'ledger' })).total).toBe(1)
    expect((await backend.call('references.list', {})).references).toEqual([])
  })

  test('never overwrites what an official has corrected, nor does its file count twice', async () => {
    const backend = await temporaryBackend()
    const [added] = await add(backend, { 'boats.txt': article })
    const articleId = added!.articleId!
    await backend.call('articles.correct', { articleId, details: { publisher: 'The Morning Post' } })
    await add(backend, { 'refs.ris': described })
    expect(await backend.call('articles.get', { articleId })).toMatchObject({ publisher: 'The Morning Post' })
    const [again] = await add(backend, { 'refs.ris': described })
    expect(again).toMatchObject({ outcome: 'duplicate', articleId })
  })

  test('of another day is of another article, however alike the titles', async () => {
    const backend = await temporaryBackend()
    await add(backend, { 'boats.txt': `${article}\n3 May 2019\n` })
    const [line] = await add(backend, { 'refs.ris': described.replace(/UR {2}.*\r\n/, '') })
    expect(line).toMatchObject({ articleId: null })
  })

  test('that is not wanted waits no longer, and comes back with its file', async () => {
    const backend = await temporaryBackend()
    await add(backend, { 'refs.ris': described })
    const { references } = await backend.call('references.list', {})
    await backend.call('references.remove', { referenceId: references[0]!.referenceId })
    expect((await backend.call('references.list', {})).references).toEqual([])
    await expect(
      backend.call('references.remove', { referenceId: references[0]!.referenceId + 1 }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await add(backend, { 'refs.ris': described })
    expect((await backend.call('references.list', {})).references).toHaveLength(1)
  })

  test('that was waited for no longer joins its article when its file comes again', async () => {
    const backend = await temporaryBackend()
    await add(backend, { 'refs.ris': described })
    const [waiting] = (await backend.call('references.list', {})).references
    await backend.call('references.remove', { referenceId: waiting!.referenceId })
    const [added] = await add(backend, { 'boats.txt': article })
    const [line] = await add(backend, { 'refs.ris': described })
    expect(line).toMatchObject({ articleId: added!.articleId })
    expect((await backend.call('references.list', {})).references).toEqual([])
    expect(await backend.call('articles.get', { articleId: added!.articleId! })).toMatchObject({
      publisher: 'The Evening Ledger',
      tags: ['harbours'],
    })
  })

  test('joins the version that it speaks of, of an article that was here before', async () => {
    const backend = await temporaryBackend()
    const text = (title: string) => `${title}\n\n${article.split('\n\n').slice(1).join('\n\n')}`
    const address = '\n\nhttps://ledger.example/harbour/7\n'
    const [added] = await add(backend, { 'boats.txt': text('A harbour fills') + address })
    await add(backend, { 'refs.ris': described.replace(/^UR.*\r\n/m, '') })
    const [newer] = await add(backend, {
      'newer.txt': text('Boats return to the winter harbour') + address,
    })
    expect(newer).toMatchObject({ outcome: 'version', articleId: added!.articleId })
    expect(await backend.call('articles.get', { articleId: added!.articleId! })).toMatchObject({
      publisher: 'The Evening Ledger',
      tags: ['harbours'],
    })
  })
})
