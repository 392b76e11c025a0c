import { madeSureLater } from '../database/madeSureLater.ts'
import type { Database } from '../database/openDatabase.ts'
import { mergeIndex } from './mergeIndex.ts'
import { openIndex } from './openIndex.ts'
import { indexWaiting, prepareIndex, waitingLong } from './writeIndex.ts'

/** Keeps the index of an archive that is open for writing up to date and in few pieces, in the pauses of other work. */
export interface IndexKeeper {
  /** Something has changed. */
  kick(): void
  /**
   * Long work that adds to the index begins: it does the merging itself, in between (`spend`), until it calls what this
   * gives. Merging by itself would come between every two of its reads.
   */
  hold(): () => void
  /** Merges for a while, if that is due, with pauses in which what is waiting has its turn. */
  spend(): Promise<void>
  /** Resolves when nothing waits to be indexed or merged. */
  settled(): Promise<void>
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>
}

/** Milliseconds of merging between two turns of the event loop: a search may be waiting. */
const slice = 2
/** So many slices one after another, for long work that asks for merging. */
const usualShare = 4
/** With more segments than this, merging has fallen behind, and takes a larger share. */
const manySegments = 20
const largeShare = 16
/** While long work adds to the index, so many segments of about one size are merged at once: fewer merges in all. */
const heldFanOut = 16
/**
 * The log is written into the archive whenever it has so many pages of 4 KB: the more, the longer the desk waits for it. An import
 * writes the same pages of the index again and again, and is done sooner when they are written out less often.
 */
const usualCheckpoint = 1000
const heldCheckpoint = 8000

/** `onWhole` hears when an index that had to be made anew is whole again: what was found meanwhile was a part. */
export function keepIndex(
  db: Database,
  logError: (error: unknown, context: string) => void,
  onWhole: () => void = () => {},
): IndexKeeper {
  let isStopped = false
  let working: Promise<void> | null = null
  let isAsked = false
  let holders = 0
  let merging: Generator<void> | null = null
  prepareIndex(db)
  db.pragma(`wal_autocheckpoint = ${usualCheckpoint}`)

  /** Gives whether there is more to merge. */
  const merge = (milliseconds: number): boolean => {
    const until = performance.now() + milliseconds
    merging ??= mergeIndex(db, holders > 0 ? { fanOut: heldFanOut } : {})
    // What a merge writes says nothing new.
    return madeSureLater(db, () => {
      while (performance.now() < until) {
        if (!merging!.next().done) continue
        merging = null
        return false
      }
      return true
    })
  }
  const work = async (): Promise<void> => {
    while (isAsked && !isStopped) {
      isAsked = false
      const isPart = waitingLong(db) > 0
      while (!isStopped && indexWaiting(db)) await turn()
      if (isPart && !isStopped) onWhole()
      while (!isStopped && holders === 0 && merge(slice)) {
        await turn()
        // What has just been changed is found before what has long been there is tidied.
        while (!isStopped && indexWaiting(db)) await turn()
      }
    }
  }
  const keeper: IndexKeeper = {
    kick() {
      isAsked = true
      if (isStopped || working) return
      working = turn()
        .then(work)
        .catch(error => logError(error, 'search index'))
        .finally(() => {
          working = null
          if (isAsked && !isStopped) keeper.kick()
        })
    },
    hold() {
      if (holders++ === 0) db.pragma(`wal_autocheckpoint = ${heldCheckpoint}`)
      return () => {
        if (--holders === 0) db.pragma(`wal_autocheckpoint = ${usualCheckpoint}`)
        keeper.kick()
      }
    },
    async spend() {
      const share = openIndex(db).segments().length > manySegments ? largeShare : usualShare
      for (let i = 0; i < share && !isStopped && merge(slice); i++) await turn()
    },
    async settled() {
      keeper.kick()
      while (working) await working
    },
    async stop() {
      isStopped = true
      await working
      merging?.return(undefined)
      merging = null
    },
  }
  keeper.kick()
  return keeper
}

const turn = (): Promise<void> => new Promise(setImmediate)
