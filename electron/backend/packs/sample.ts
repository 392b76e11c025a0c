import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../../shared/contract/fault.ts'
import { HighlightKind } from '../../../shared/contract/highlight.ts'
import type { PackSummary } from '../../../shared/contract/pack.ts'
import { Briefing, type DocumentNode } from '../../../shared/document/briefing.ts'
import { createHighlightByQuote } from '../annotations/store.ts'
import type { WaitingSource } from '../articles/import/importSources.ts'
import type { Database } from '../database/openDatabase.ts'
import { createPack, findPackByOrigin } from './store.ts'

/** How the sample pack names what it cites, before there are ids: a file of the sample and words in it. */
const NamedTarget = z.object({
  source: z.string(),
  quote: z.string(),
  kind: HighlightKind.default('claim'),
  note: z.string().default(''),
})

const SamplePack = Briefing.extend({ title: z.string() })

/** The sample's articles, for import. */
export function sampleSources(assetsFolder: string): WaitingSource[] {
  const folder = join(assetsFolder, 'sample', 'articles')
  return readdirSync(folder)
    .sort()
    .map(name => ({ file: join(folder, name), name }))
}

export const findSamplePack = (db: Database): PackSummary | null => findPackByOrigin(db, 'sample')

/**
 * Makes the sample pack: each passage it names becomes a highlight, and each citation gets its ids. `imported`
 * tells the article of each file. Throws `missing-source` when a file is not among them.
 */
export function createSamplePack(
  db: Database,
  assetsFolder: string,
  imported: ReadonlyMap<string, string>,
  now: string,
): PackSummary {
  const stored = readFileSync(join(assetsFolder, 'sample', 'pack.json'), 'utf8')
  const { title, ...briefing } = SamplePack.parse(JSON.parse(stored))
  return db.transaction(() => {
    // Another desk may have opened it while this one was importing.
    const known = findSamplePack(db)
    if (known) return known
    const made = new Map<string, { articleId: string; version: number; highlightId: string }>()
    const resolve = (node: DocumentNode): DocumentNode => {
      const content = node.content?.map(resolve)
      const resolved = content ? { ...node, content } : node
      if (node.type !== 'citation' && node.type !== 'quotation') return resolved
      const named = NamedTarget.parse(node.attrs)
      const key = `${named.source}\n${named.quote}`
      let target = made.get(key)
      if (!target) {
        const articleId = imported.get(basename(named.source))
        if (!articleId)
          throw new Failure(
            'missing-source',
            `The sample cites ${named.source}, which could not be imported.`,
          )
        const { highlightId, version } = createHighlightByQuote(db, articleId, named.quote, named, now)
        target = { articleId, version, highlightId }
        made.set(key, target)
      }
      const words = node.type === 'quotation' ? { exact: named.quote, declared: 'verbatim' } : {}
      return { ...resolved, attrs: { ...target, locator: null, ...words } }
    }
    return createPack(db, title, { ...briefing, content: resolve(briefing.content) }, now, {
      cause: 'Sample',
      origin: 'sample',
    })
  })()
}
