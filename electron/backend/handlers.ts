import { highlightHandlers } from './annotations/handlers.ts'
import { articleHandlers } from './articles/handlers.ts'
import { referenceHandlers } from './articles/references/handlers.ts'
import type { Circumstances, Handlers } from './circumstances.ts'
import { packHandlers } from './packs/handlers.ts'
import { listRemoved } from './removed.ts'
import { reindexArchive } from './search/reindexArchive.ts'
import { getSettings, putSetting } from './settings.ts'
import { verifyArchive } from './verifyArchive.ts'

/** The whole table: exactly one function for each call, or it does not compile. */
export function createHandlers(at: Circumstances): Handlers {
  const { opened, host, jobs, changed } = at
  const { db } = opened
  return {
    ...articleHandlers(at),
    ...referenceHandlers(at),
    ...highlightHandlers(at),
    ...packHandlers(at),

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
    'archive.reindex': ({ jobId }) => jobs.run(jobId, job => reindexArchive(db, at.index!, job)),
    'archive.verify': ({ jobId }) =>
      jobs.run(jobId, async job => {
        // What is being compared is not merged meanwhile.
        const release = at.index?.hold()
        try {
          return await verifyArchive(db, job, opened.readOnly === null)
        } finally {
          release?.()
        }
      }),
  }
}
