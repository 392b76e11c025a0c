import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Briefing, DOCUMENT_VERSION, type DocumentNode } from '../../../../shared/document/briefing.ts'
import { type TestBackend, temporaryBackend, temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { findStaged } from '../../staging.ts'
import { annex, caption, footnote, recommendation, tableOf } from '../fixtures/nodes.ts'
import { cite, heading, numbered, paragraph, quotation } from '../samplePrintJob.ts'
import { everyWordIn } from './everyWordIn.testkit.ts'

// Packs are made by processes of their own or by the dozen: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 })

/** Words that stand nowhere else, each with its own number. */
const canaries: string[] = []
function canary(): string {
  canaries.push(`kanari${canaries.length}vogel`)
  return canaries.at(-1)!
}
const anyCanary = /kanari\d+vogel/g

test('a thousand words that were deleted, kept beside the pack, or belong to the machine are in no output', {
  timeout: 120_000,
}, async () => {
  for (const name of ['USER', 'LOGNAME', 'USERNAME', 'HOSTNAME', 'COMPUTERNAME', 'EMAIL'])
    setVariable(name, canary())
  const folder = join(temporaryFolder(), canary(), `archive-${canary()}`)
  mkdirSync(folder, { recursive: true })
  const backend = await temporaryBackend(folder)
  const { articleId, cited } = await articleWithNotes(backend)
  const packId = await packWithPast(backend, articleId, cited)

  const exports = [
    await backend.call('packs.export', { packId }),
    await backend.call('packs.export', { packId, edition: 'core' }),
    await backend.call('packs.issue', { packId }).then(async () => {
      const { briefing, revision } = await backend.call('packs.get', { packId })
      const changed = draft(articleId, cited, { issued: briefing })
      await backend.call('packs.save', { packId, baseRevision: revision, briefing: changed })
      return backend.call('packs.export', { packId, edition: 'core' })
    }),
  ]
  expect(canaries.length).toBeGreaterThan(1000)
  const staged = readdirSync(join(folder, 'staging'))
  expect(staged.length).toBeGreaterThanOrEqual(2)
  const outputs = [
    ...exports.map(({ name }) => name),
    ...staged,
    ...staged.map(name => everyWordIn(readFileSync(join(folder, 'staging', name)))),
  ]
  for (const { staged } of exports) {
    const words = everyWordIn(readFileSync(findStaged(folder, staged)!.path))
    expect(words).toContain('what stands in the pack now')
    expect(words).toContain('a passage that is cited')
  }
  for (const output of outputs) {
    expect(output.match(anyCanary) ?? []).toEqual([])
    for (const own of [userInfo().username, hostname(), folder])
      if (own.length > 5) expect(output).not.toContain(own.toLowerCase())
  }
})

test('a canary that is in a pack is found, wherever it is', async () => {
  const backend = await temporaryBackend()
  const word = (name: string) => `kanari${name.length}vogel`
  const places = ['title', 'from!', 'body', 'footnote', 'cell']
  const { packId } = await backend.call('packs.put', {
    title: word('title'),
    briefing: {
      documentVersion: DOCUMENT_VERSION,
      head: { ...head, from: word('from!!') },
      content: {
        type: 'doc',
        content: [
          numbered('A body ', `${word('body')}`, footnote(word('footnote'))),
          tableOf(['A'], [[word('cell+++')]]),
        ],
      },
    },
  })
  const { staged } = await backend.call('packs.export', { packId })
  const found = new Set(
    everyWordIn(readFileSync(findStaged(backend.host.archiveFolder, staged)!.path)).match(anyCanary),
  )
  expect(found.size).toBe(places.length)
})

test('what stands in an annex of the full pack alone is in no core pack, nor named there once it is taken out', async () => {
  const backend = await temporaryBackend()
  const secret = 'kanari0vogel'
  const core = [heading(1, 'Issue'), numbered('For everyone.')]
  const briefing = (...content: DocumentNode[]): Briefing => ({
    documentVersion: DOCUMENT_VERSION,
    head,
    content: { type: 'doc', content },
  })
  const { packId } = await backend.call('packs.put', {
    title: 'A pack in two editions',
    briefing: briefing(
      ...core,
      annex('For some', 'full'),
      numbered(`For some alone: ${secret}.`),
      numbered('And this.'),
    ),
  })
  const exported = async (edition: 'core' | 'full') => {
    const { staged } = await backend.call('packs.export', { packId, edition })
    return everyWordIn(readFileSync(findStaged(backend.host.archiveFolder, staged)!.path))
  }
  expect(await exported('full')).toContain(secret)
  expect(await exported('core')).not.toContain(secret)
  await backend.call('packs.issue', { packId })
  const issued = await backend.call('packs.get', { packId })
  const left = issued.briefing.content.content!.filter(node => !JSON.stringify(node).includes(secret))
  await backend.call('packs.save', {
    packId,
    baseRevision: issued.revision,
    briefing: { ...issued.briefing, content: { ...issued.briefing.content, content: left } },
  })
  expect(await exported('full')).toContain('removed')
  expect(await exported('core')).not.toContain(secret)
})

const head = {
  marking: 'OFFICIAL',
  to: '',
  from: 'The team',
  date: '',
  copy: '',
  decisionBy: '',
  reference: '',
}

function setVariable(name: string, value: string): void {
  const before = process.env[name]
  process.env[name] = value
  onTestFinished(() => {
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  })
}

const some = (count: number): string => Array.from({ length: count }, canary).join(' ')

/** An article of which one passage is cited; the rest of it, and all that was noted of it, is to stay here. */
async function articleWithNotes(backend: TestBackend): Promise<{ articleId: string; cited: string }> {
  const passage = 'A passage that is cited stands here, among others.'
  const far = Array.from({ length: 40 }, () => `A paragraph that is not cited: ${some(4)}.`)
  const file = join(temporaryFolder(), `${canary()}.txt`)
  writeFileSync(file, ['A title of an article', 'One more.', passage, 'And one more.', ...far].join('\n\n'))
  const { lines } = await backend.call('articles.importPaths', { paths: [file] })
  const articleId = lines[0]!.articleId!
  const details = () => ({ note: some(20), tags: [canary(), canary()] })
  const { highlightId } = await backend.call('highlights.createByQuote', {
    articleId,
    quote: passage,
    ...details(),
  })
  for (const quote of far) {
    const removed = await backend.call('highlights.createByQuote', { articleId, quote, ...details() })
    await backend.call('highlights.remove', { highlightId: removed.highlightId })
  }
  await backend.call('highlights.createByQuote', { articleId, quote: 'And one more.', ...details() })
  await backend.call('articles.edit', {
    articleIds: [articleId],
    addTags: [canary()],
    handling: { purpose: canary(), lawfulBasis: canary(), licence: null, retainUntil: null },
  } as never)
  return { articleId, cited: highlightId }
}

/** A pack that said many other things before, under other titles; and another pack, which was thrown away. */
async function packWithPast(backend: TestBackend, articleId: string, cited: string): Promise<string> {
  const { packId } = await backend.call('packs.create', { template: 'submission', title: some(3) })
  let { revision } = await backend.call('packs.get', { packId })
  for (let i = 0; i < 12; i++) {
    const words = () => some(2)
    const briefing = draft(articleId, cited, {
      words,
      head: { ...head, to: canary(), from: canary(), marking: canary() },
    })
    revision = (await backend.call('packs.save', { packId, baseRevision: revision, briefing })).revision
  }
  const other = await backend.call('packs.duplicate', { packId })
  await backend.call('packs.remove', { packId: other.packId })
  await backend.call('packs.rename', { packId, title: 'What is said now' })
  ;({ revision } = await backend.call('packs.get', { packId }))
  await backend.call('packs.save', { packId, baseRevision: revision, briefing: draft(articleId, cited, {}) })
  return packId
}

interface Past {
  /** What stands in each place of the draft, where it is one of the past. */
  words?: () => string
  head?: typeof head
  issued?: Briefing
}

function draft(articleId: string, cited: string, { words, head: block = head, issued }: Past): Briefing {
  const say = words ?? (() => 'What stands in the pack now')
  const passage = 'A passage that is cited stands here, among others.'
  const quoted = quotation(words?.() ?? passage, passage, cited)
  const content: DocumentNode[] = [
    heading(1, say()),
    numbered(say(), cite(articleId, cited), footnote(say())),
    { ...quoted, attrs: { ...quoted.attrs, articleId, exact: words?.() ?? passage } },
    recommendation('agree', [say()]),
    caption(say()),
    tableOf([say(), 'B'], [[say()], ['b']]),
    annex('Left out', 'none'),
    paragraph(`In neither pack: ${some(5)}`),
  ]
  return {
    documentVersion: DOCUMENT_VERSION,
    head: block,
    content: issued
      ? { ...issued.content, content: [...issued.content.content!, numbered('Added.')] }
      : { type: 'doc', content },
  }
}
