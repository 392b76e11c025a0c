import type { Database } from './openDatabase.ts'

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
