import { Failure } from '../../../shared/contract/fault.ts'
import type { Circumstances, HandlersOf } from '../circumstances.ts'
import { findStaged, removeStaged, stagedBySha256 } from '../staging.ts'
import { writeWhole } from '../writeWhole.ts'
import { importPaths, importSources, type WaitingSource } from './importSources.ts'
import { searchArticles } from './search.ts'
import { correctArticle, getArticle, originalBytes, removeArticle, restoreArticle } from './store.ts'

export function articleHandlers({
  opened,
  host,
  jobs,
  parser,
  now,
  changed,
}: Circumstances): HandlersOf<'articles'> {
  const { db } = opened
  const reading = { db, parser, now: host.now, logError: host.logError }
  return {
    'articles.import': ({ jobId, sources }) =>
      jobs.run(jobId, async job => {
        try {
          const waiting: WaitingSource[] = sources.map(({ staged, name, url }) => {
            const found = findStaged(host.archiveFolder, staged)
            if (found) return { file: found.path, name, url }
            throw new Failure('not-found', `${name} did not arrive. Nothing was taken in. Add it again.`)
          })
          return await importSources(waiting, { ...reading, job })
        } finally {
          for (const { staged } of sources) removeStaged(host.archiveFolder, staged)
          changed('articles')
        }
      }),
    'articles.importPaths': ({ jobId, paths }) =>
      jobs.run(jobId, async job => {
        try {
          return await importPaths(paths, { ...reading, job })
        } finally {
          changed('articles')
        }
      }),
    'articles.search': ({ words, limit, offset }) => searchArticles(db, words, limit, offset),
    'articles.get': ({ articleId, version }) => getArticle(db, articleId, version),
    'articles.original': async ({ articleId, version }) => {
      const { sha256, origin } = getArticle(db, articleId, version)
      const bytes = originalBytes(db, sha256)
      const staged = stagedBySha256(host.archiveFolder, sha256)
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
  }
}
