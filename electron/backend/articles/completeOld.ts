import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import { addressKey } from './addressKey.ts'
import { groupUnsketched } from './copies/groups.ts'
import { refreshDetails } from './details.ts'

/** So many articles are completed in one commit. */
const atOnce = 50

/**
 * Gives some articles that an older Despatch stored what a migration cannot work out: the keys of their addresses and
 * titles, and a sketch. To be repeated until it gives 0, before anything is compared with them. Gives how many.
 */
export function completeOld(db: Database): number {
  return db.transaction(() => {
    const ids = prepared(db, `SELECT id FROM articles WHERE sketch IS NULL LIMIT ${atOnce}`)
      .pluck()
      .all() as number[]
    for (const id of ids) {
      const versions = prepared(
        db,
        'SELECT version, coalesce(canonical_url, url) AS address FROM article_versions WHERE article = ?',
      ).all(id) as { version: number; address: string | null }[]
      const put = prepared(
        db,
        'UPDATE article_versions SET address_key = ? WHERE article = ? AND version = ?',
      )
      for (const { version, address } of versions) put.run(addressKey(address), id, version)
      refreshDetails(db, id)
      groupUnsketched(db, id)
    }
    return ids.length
  })()
}
