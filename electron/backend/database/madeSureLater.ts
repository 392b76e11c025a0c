import type { Database } from './openDatabase.ts'
import { prepared } from './prepared.ts'

/**
 * Does work whose commits need not outlive a power cut by themselves: each is made sure of with the next commit of anything
 * else, which comes after it in the log. A process that dies loses nothing. Not to be called in a transaction.
 */
export function madeSureLater<T>(db: Database, work: () => T): T {
  db.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    db.pragma('synchronous = FULL')
  }
}

/**
 * Has the transaction that it is called in make sure of what was committed before, whatever else it does: the commit of one
 * that writes nothing is not synced to the disk.
 */
export function makeSure(db: Database): void {
  prepared(db, 'INSERT INTO search_waiting (key) VALUES (-1)').run()
  prepared(db, 'DELETE FROM search_waiting WHERE key = -1').run()
}
