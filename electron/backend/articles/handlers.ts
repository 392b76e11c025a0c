import { Failure } from '../../../shared/contract/fault.ts'
import type { Circumstances, HandlersOf } from '../circumstances.ts'
import type { Database } from '../database/openDatabase.ts'
import { clearIndex, indexWaiting, isOwnIndex } from '../search/writeIndex.ts'
import { findStaged, removeStaged, stagedBySha256 } from '../staging.ts'
import { storageFailure } from '../storageFailure.ts'
import { writeWhole } from '../writeWhole.ts'
import { editArticles } from './bulkEdit.ts'
import { compareArticles } from './compare/compareArticles.ts'
import { decideCopy } from './copies/groups.ts'
import { listCopies } from './copies/listCopies.ts'
import { decideFurniture } from './furnitureDecisions.ts'
import { importPaths, importSources, type WaitingSource } from './import/importSources.ts'
import { searchArticles } from './search.ts'
import {
  correctArticle,
  getArticle,
  listVersions,
  originalBytes,
  removeArticle,
  restoreArticle,
  rowId,
} from './store.ts'
import { listTags } from './tags.ts'

export function articleHandlers({
  opened,
  host,
  jobs,
  parser,
  unpacker,
  index,
  now,
  changed,
}: Circumstances): HandlersOf<'articles'> {
  const { db } = opened
  const reading = { db, parser, unpacker, index, now: host.now, logError: host.logError }
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
    'articles.search': search => {
      // What was changed a moment ago is found, also when there was no pause since.
      if (opened.readOnly === null) indexWhatWaits(db)
      else if (search.words.trim() !== '' && !isOwnIndex(db))
        throw new Failure(opened.readOnly.code, otherIndex)
      try {
        return searchArticles(db, { ...search, today: now().slice(0, 10) })
      } catch (error) {
        if (index === null || error instanceof Failure || storageFailure(error)) throw error
        host.logError(error, 'search')
        clearIndex(db)
        index.kick()
        throw new Failure(
          'internal',
          'The search index was damaged. Your articles are safe; the index is being made anew. Search again in a moment.',
          { cause: error },
        )
      }
    },
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
      db.transaction(() => removeArticle(db, articleId, now()))()
      changed('articles')
      return {}
    },
    'articles.restore': ({ articleId }) => {
      db.transaction(() => restoreArticle(db, articleId))()
      changed('articles')
      return {}
    },
    'articles.removeMany': ({ articleIds }) => {
      db.transaction(() => {
        for (const articleId of articleIds) removeArticle(db, articleId, now())
      })()
      changed('articles')
      return {}
    },
    'articles.restoreMany': ({ articleIds }) => {
      db.transaction(() => {
        for (const articleId of articleIds) restoreArticle(db, articleId)
      })()
      changed('articles')
      return {}
    },
    'articles.edit': edit => {
      const undo = editArticles(db, edit)
      changed('articles')
      return { undo }
    },
    'articles.tags': () => ({ tags: listTags(db) }),
    'articles.versions': ({ articleId }) => ({ versions: listVersions(db, articleId) }),
    'articles.compare': ({ from, to }) => compareArticles(db, from, to),
    'articles.copies': ({ articleId }) => ({ copies: listCopies(db, articleId) }),
    'articles.decideCopy': ({ articleId, otherId, decision }) => {
      const [one, other] = [rowId(db, articleId), rowId(db, otherId)]
      if (one === other)
        throw new Failure('invalid-input', 'An article is always the same as itself. Nothing was changed.')
      db.transaction(() => decideCopy(db, one, other, decision, now()))()
      changed('articles')
      return {}
    },
    'articles.decideFurniture': ({ decision, ...place }) => {
      decideFurniture(db, place, decision, now())
      changed('articles')
      return {}
    },
  }
}

const otherIndex =
  'Another version of Despatch made the search index of this archive, and this one cannot read it. Articles and packs can be opened. To search, use that version; or close it, and open the archive here again.'

/** A search is answered also when the disk takes nothing any more. */
function indexWhatWaits(db: Database): void {
  try {
    indexWaiting(db)
  } catch (error) {
    if (!storageFailure(error)) throw error
  }
}
