import type { AnyEvent } from '../../shared/contract/event.ts'
import { Failure } from '../../shared/contract/fault.ts'
import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/index.ts'
import { openBriefing } from '../../shared/document/open.ts'
import {
  createHighlight,
  createHighlightByQuote,
  getHighlight,
  listHighlights,
  setHighlightRemoved,
  updateHighlight,
} from './annotations/store.ts'
import { importPaths, importSources, type WaitingSource } from './articles/importSources.ts'
import { searchArticles } from './articles/search.ts'
import { correctArticle, getArticle, originalBytes, removeArticle, restoreArticle } from './articles/store.ts'
import { verifyArchive } from './articles/verify.ts'
import type { OpenedDatabase } from './database/openDatabase.ts'
import type { BackendHost } from './host.ts'
import type { JobRunner } from './jobs/pool.ts'
import type { RunningJob, RunningJobs } from './jobs/runningJobs.ts'
import { exportPack, writeWhole } from './packs/exportPack.ts'
import { listRevisions, readRevision } from './packs/revisions.ts'
import { createSamplePack, findSamplePack, sampleSources } from './packs/sample.ts'
import { openExport, revealExport, saveExport } from './packs/savedExports.ts'
import {
  createPack,
  getPack,
  listPacks,
  packRow,
  renamePack,
  savePack,
  setPackRemoved,
} from './packs/store.ts'
import { briefingFrom, listTemplates } from './packs/templates.ts'
import { listRemoved } from './removed.ts'
import { getSettings, putSetting } from './settings.ts'
import { findStaged, newStaged, removeStaged } from './staging.ts'

/** One function for each call of the contract, no more and no fewer. */
export type Handlers = {
  [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>
}

type Topic = Extract<AnyEvent, { name: 'archive.changed' }>['data']['topics'][number]

export interface Circumstances {
  opened: OpenedDatabase
  host: BackendHost
  jobs: RunningJobs
  parser: JobRunner
  press: JobRunner
  /** Tells every desk what is out of date now. */
  changed(...topics: Topic[]): void
}

export function createHandlers({ opened, host, jobs, parser, press, changed }: Circumstances): Handlers {
  const { db } = opened
  const now = (): string => host.now().toISOString()

  /** Runs long work under its id, so that it can be watched and cancelled. */
  const long = async <T>(jobId: string | undefined, work: (job: RunningJob) => Promise<T>): Promise<T> => {
    const job = jobs.begin(jobId)
    try {
      return await work(job)
    } finally {
      job.end()
    }
  }

  return {
    'articles.import': ({ jobId, sources }) =>
      long(jobId, async job => {
        const waiting: WaitingSource[] = sources.map(({ staged, name, url }) => {
          const found = findStaged(host.archiveFolder, staged)
          if (!found)
            throw new Failure('not-found', `${name} did not arrive. Nothing was taken in. Add it again.`)
          return { file: found.path, name, url }
        })
        try {
          return {
            lines: await importSources(waiting, { db, parser, job, now: host.now, logError: host.logError }),
          }
        } finally {
          for (const { staged } of sources) removeStaged(host.archiveFolder, staged)
          changed('articles')
        }
      }),
    'articles.importPaths': ({ jobId, paths }) =>
      long(jobId, async job => {
        try {
          return {
            lines: await importPaths(paths, { db, parser, job, now: host.now, logError: host.logError }),
          }
        } finally {
          changed('articles')
        }
      }),
    'articles.search': ({ words, limit, offset }) => searchArticles(db, words, limit, offset),
    'articles.get': ({ articleId, version }) => getArticle(db, articleId, version),
    'articles.original': async ({ articleId, version }) => {
      const { sha256, origin } = getArticle(db, articleId, version)
      const bytes = originalBytes(db, sha256)
      const staged = newStaged(host.archiveFolder)
      await writeWhole(staged.path, bytes)
      return { staged: staged.id, name: origin, bytes: bytes.byteLength }
    },
    'articles.correct': ({ articleId, details }) => {
      correctArticle(db, articleId, details, now())
      changed('articles')
      return getArticle(db, articleId)
    },
    'articles.remove': ({ articleId }) => {
      removeArticle(db, articleId, now())
      changed('articles')
      return {}
    },
    'articles.restore': ({ articleId }) => {
      restoreArticle(db, articleId)
      changed('articles')
      return {}
    },

    'highlights.list': ({ articleId, version }) => ({ highlights: listHighlights(db, articleId, version) }),
    'highlights.cited': ({ highlightIds }) => ({
      cited: highlightIds.flatMap(highlightId => {
        try {
          const { removed, ...highlight } = getHighlight(db, highlightId)
          const { title, publisher, publishedOn } = getArticle(db, highlight.articleId)
          return [{ highlight, removed, title, publisher, publishedOn }]
        } catch (error) {
          if (error instanceof Failure && error.code === 'not-found') return []
          throw error
        }
      }),
    }),
    'highlights.create': ({ kind, note, tags, ...place }) => {
      const highlight = createHighlight(db, place, { kind, note, tags }, now())
      changed('highlights', 'articles')
      return highlight
    },
    'highlights.createByQuote': ({ articleId, quote, ...details }) => {
      const highlight = createHighlightByQuote(db, articleId, quote, details, now())
      changed('highlights', 'articles')
      return highlight
    },
    'highlights.update': ({ highlightId, details }) => {
      const highlight = updateHighlight(db, highlightId, details, now())
      changed('highlights')
      return highlight
    },
    'highlights.remove': ({ highlightId }) => {
      setHighlightRemoved(db, highlightId, now())
      changed('highlights', 'articles')
      return {}
    },
    'highlights.restore': ({ highlightId }) => {
      setHighlightRemoved(db, highlightId, null)
      changed('highlights', 'articles')
      return {}
    },

    'packs.templates': () => ({ templates: listTemplates(host.assetsFolder) }),
    'packs.list': () => ({ packs: listPacks(db) }),
    'packs.create': ({ template, title }) => {
      const briefing = briefingFrom(host.assetsFolder, template)
      const pack = createPack(db, title, briefing, now())
      changed('packs')
      return pack
    },
    'packs.get': ({ packId, revision }) => getPack(db, packId, revision),
    'packs.save': ({ packId, baseRevision, briefing }) => {
      const { readOnly } = openBriefing(briefing)
      if (readOnly) throw new Failure('invalid-input', `${readOnly} Nothing was saved.`)
      const saved = savePack(db, packId, baseRevision, briefing, 'Saved while typing', now())
      changed('packs')
      return saved
    },
    'packs.put': ({ packId, title, briefing }) => {
      const pack = packId
        ? putRevision(packId, title, briefing)
        : createPack(db, title, briefing, now(), { cause: 'Put in from a file' })
      changed('packs')
      return pack
    },
    'packs.revisions': ({ packId }) => ({ revisions: listRevisions(db, packRow(db, packId).id) }),
    'packs.restoreRevision': ({ packId, revision }) => {
      const { revision: newest } = packRow(db, packId)
      const { briefing } = getPack(db, packId, revision)
      savePack(db, packId, newest, briefing, `Restored from revision ${revision}`, now())
      changed('packs')
      return getSummary(packId)
    },
    'packs.rename': ({ packId, title }) => {
      const pack = renamePack(db, packId, title, now())
      changed('packs')
      return pack
    },
    'packs.duplicate': ({ packId }) => {
      const { id, title, revision } = packRow(db, packId)
      const pack = createPack(db, `${title} (copy)`.slice(0, 2000), readRevision(db, id, revision), now(), {
        cause: 'Duplicated',
      })
      changed('packs')
      return pack
    },
    'packs.remove': ({ packId }) => {
      setPackRemoved(db, packId, now())
      changed('packs')
      return {}
    },
    'packs.restore': ({ packId }) => {
      setPackRemoved(db, packId, null)
      changed('packs')
      return {}
    },
    'packs.export': ({ packId, jobId }) => long(jobId, job => exportPack(db, packId, { host, press, job })),
    'packs.openSample': ({ jobId }) =>
      long(jobId, async job => {
        const known = findSamplePack(db)
        if (known) return known
        const sources = sampleSources(host.assetsFolder)
        const lines = await importSources(sources, {
          db,
          parser,
          job,
          now: host.now,
          logError: host.logError,
        })
        job.signal.throwIfAborted()
        const imported = new Map(
          lines.flatMap(({ path, articleId }) => (articleId ? [[path, articleId]] : [])),
        )
        const pack = createSamplePack(db, host.assetsFolder, imported, now())
        changed('articles', 'highlights', 'packs')
        return pack
      }),

    'exports.save': ({ exportId }) => saveExport(db, host, exportId),
    'exports.open': async ({ exportId }) => {
      await openExport(db, host, exportId)
      return {}
    },
    'exports.reveal': async ({ exportId }) => {
      await revealExport(db, host, exportId)
      return {}
    },

    'jobs.cancel': ({ jobId }) => ({ cancelled: jobs.cancel(jobId) }),

    'settings.get': () => ({ settings: getSettings(db) }),
    'settings.put': ({ key, value }) => {
      putSetting(db, key, value)
      changed('settings')
      return {}
    },

    'archive.status': () => {
      const count = (sql: string): number => (db.prepare(sql).get() as { n: number }).n
      return {
        host: host.kind,
        version: host.version,
        articles: count('SELECT count(*) AS n FROM articles WHERE removed_at IS NULL'),
        packs: count('SELECT count(*) AS n FROM packs WHERE removed_at IS NULL'),
        readOnly: opened.readOnly?.message ?? null,
        savesFiles: host.files !== null,
      }
    },
    'archive.removed': () => ({ items: listRemoved(db) }),
    'archive.verify': ({ jobId }) => long(jobId, job => verifyArchive(db, job, opened.readOnly === null)),
  }

  function putRevision(packId: string, title: string, briefing: Parameters<typeof savePack>[3]) {
    savePack(db, packId, packRow(db, packId).revision, briefing, 'Put in from a file', now())
    return renamePack(db, packId, title, now())
  }

  function getSummary(packId: string): CallOutput<'packs.rename'> {
    const { title, revision, createdAt, modifiedAt } = packRow(db, packId)
    return { packId, title, revision, createdAt, modifiedAt }
  }
}
