import type { Database } from '../database/openDatabase.ts'
import { mergeIndex } from './mergeIndex.ts'
import { openIndex } from './openIndex.ts'
import { indexWaiting, prepareIndex } from './writeIndex.ts'

/** Keeps the index of an archive that is open for writing up to date and in few pieces, in the pauses of other work. */
export interface IndexKeeper {
  /** Something has changed. */
  kick(): void
  /**
   * Long work that adds to the index begins: it does the merging itself, in between (`spend`), until it calls what this
   * gives. Merging by itself would come between every two of its reads.
   */
  hold(): () => void
  /** Merges for a while, if that is due. */
  spend(): void
  /** Resolves when nothing waits to be indexed or merged. */
  settled(): Promise<void>
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>
}

/** Milliseconds of merging between two turns of the event loop. */
const slice = 8
/** With more segments than this, merging has fallen behind, and takes a larger share. */
const manySegments = 20

export function keepIndex(db: Database, logError: (error: unknown, context: string) => void): IndexKeeper {
  let isStopped = false
  let working: Promise<void> | null = null
  let isAsked = false
  let holders = 0
  let merging: Generator<void> | null = null
  prepareIndex(db)

  /** Gives whether there is more to merge. */
  const merge = (milliseconds: number): boolean => {
    const until = performance.now() + milliseconds
    merging ??= mergeIndex(db)
    // What a merge writes says nothing new: it may be lost in a power cut, and is made sure of with the next commit of
    // anything else, which comes after it in the log.
    db.pragma('synchronous = NORMAL')
    try {
      while (performance.now() < until) {
        if (!merging.next().done) continue
        merging = null
        return false
      }
      return true
    } finally {
      db.pragma('synchronous = FULL')
    }
  }
  const work = async (): Promise<void> => {
    while (isAsked && !isStopped) {
      isAsked = false
      while (!isStopped && indexWaiting(db)) await turn()
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
      holders++
      return () => {
        holders--
        keeper.kick()
      }
    },
    spend() {
      if (!isStopped) merge(openIndex(db).segments().length > manySegments ? 4 * slice : slice)
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
