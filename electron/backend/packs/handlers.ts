import { Failure } from '../../../shared/contract/fault.ts'
import type { CallOutput } from '../../../shared/contract/index.ts'
import type { Briefing } from '../../../shared/document/briefing.ts'
import { keepIssued } from '../../../shared/document/issuing.ts'
import { openBriefing } from '../../../shared/document/open.ts'
import { importSources } from '../articles/import/importSources.ts'
import type { Circumstances, HandlersOf } from '../circumstances.ts'
import { exportPack } from './exportPack.ts'
import { fetchIssue, issuePack, listIssues } from './issuePack.ts'
import { listRevisions, readRevision } from './revisions.ts'
import { createSamplePack, findSamplePack, sampleSources } from './sample.ts'
import { openExport, revealExport, saveExport } from './savedExports.ts'
import { createPack, getPack, listPacks, packRow, renamePack, savePack, setPackRemoved } from './store.ts'
import { briefingFrom, listTemplates } from './templates.ts'

export function packHandlers(at: Circumstances): HandlersOf<'packs' | 'exports'> {
  const { opened, host, jobs, parser, unpacker, index, press, previews, now, changed } = at
  const { db } = opened
  return {
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
      const stored = getPack(db, packId)
      if (stored.readOnly) throw new Failure('archive-read-only', `${stored.readOnly} Nothing was saved.`)
      const saved = savePack(db, packId, baseRevision, briefing, 'Saved while typing', now())
      changed('packs')
      return saved
    },
    'packs.put': ({ packId, title, briefing, revision }) => {
      const pack = packId
        ? putRevision(packId, title, briefing, revision)
        : createPack(db, title, briefing, now(), { cause: 'Put in from a file' })
      changed('packs')
      return pack
    },
    'packs.revisions': ({ packId }) => ({ revisions: listRevisions(db, packRow(db, packId).id) }),
    'packs.restoreRevision': ({ packId, revision }) => {
      const newest = getPack(db, packId)
      const briefing = keepIssued(newest.briefing, getPack(db, packId, revision).briefing)
      savePack(db, packId, newest.revision, briefing, `Restored from revision ${revision}`, now())
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
      const briefing = readRevision(db, id, revision)
      const copy = `${title} (copy)`.slice(0, 2000)
      const pack = createPack(db, copy, briefing, now(), { cause: 'Duplicated' })
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
    'packs.export': ({ packId, jobId, edition }) =>
      jobs.run(jobId, job => exportPack(db, packId, edition, { host, press, job })),
    'packs.issue': ({ packId, jobId }) =>
      jobs.run(jobId, async job => {
        const issued = await issuePack(db, packId, { host, press, job })
        changed('packs')
        return issued
      }),
    'packs.issues': ({ packId }) => ({ issues: listIssues(db, packId) }),
    'packs.fetchIssue': ({ packId, version }) => fetchIssue(db, host, packId, version),
    'packs.preview': ({ packId, briefing }) => previews.make(packId, briefing),
    'packs.openSample': ({ jobId }) =>
      jobs.run(jobId, async job => {
        const known = findSamplePack(db)
        if (known) return known
        const sources = sampleSources(host.assetsFolder)
        try {
          const reading = { db, parser, unpacker, index, job, now: host.now, logError: host.logError }
          const { lines } = await importSources(sources, reading)
          job.signal.throwIfAborted()
          const imported = new Map(
            lines.flatMap(({ path, articleId }) => (articleId ? [[path, articleId]] : [])),
          )
          return createSamplePack(db, host.assetsFolder, imported, now())
        } finally {
          changed('articles', 'highlights', 'packs')
        }
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
  }

  /** With the revision that was taken out, it is refused when there is a newer one by now. */
  function putRevision(packId: string, title: string, briefing: Briefing, revision?: number) {
    return db.transaction(() => {
      const newest = getPack(db, packId)
      const next = keepIssued(newest.briefing, briefing)
      savePack(db, packId, revision ?? newest.revision, next, 'Put in from a file', now())
      return renamePack(db, packId, title, now())
    })()
  }

  function getSummary(packId: string): CallOutput<'packs.rename'> {
    const { title, revision, createdAt, modifiedAt } = packRow(db, packId)
    return { packId, title, revision, createdAt, modifiedAt }
  }
}
