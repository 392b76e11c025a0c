import Sqlite from 'better-sqlite3'
import type { SearchPage } from '../../../shared/contract/article.ts'
import { searchArticles } from '../../backend/articles/search.ts'
import { archiveFile, type Database } from '../../backend/database/openDatabase.ts'
import { type BenchQuery, today } from './queryMix.ts'

/** The first page of 30, as the desk asks for it. */
export const firstPage = (db: Database, typed: string, collapse = true): SearchPage =>
  searchArticles(db, {
    words: typed,
    limit: 30,
    offset: 0,
    kinds: ['article', 'highlight', 'note', 'pack'],
    order: 'relevance',
    collapse,
    today,
  })

/** Opens an archive for reading only. Gives how many match. */
export function searchOwn(folder: string): (query: BenchQuery) => number {
  const db = new Sqlite(archiveFile(folder), { readonly: true })
  return ({ typed }) => firstPage(db, typed).total
}
