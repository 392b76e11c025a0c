import type { Database } from '../database/openDatabase.ts'
import { mergeIndex } from './mergeIndex.ts'
import { indexWaiting, prepareIndex } from './writeIndex.ts'

/** Keeps the index of an archive that is open for writing up to date and in few pieces, in the pauses of other work. */
export interface IndexKeeper {
  /** Something has changed. */
  kick(): void
  /** Resolves when nothing waits to be indexed or merged. */
  settled(): Promise<void>
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>
}

/** Milliseconds of work between two turns of the event loop. */
const slice = 8

export function keepIndex(db: Database, logError: (error: unknown, context: string) => void): IndexKeeper {
  let isStopped = false
  let working: Promise<void> | null = null
  let isAsked = false
  prepareIndex(db)

  const work = async (): Promise<void> => {
    while (isAsked && !isStopped) {
      isAsked = false
      while (!isStopped && indexWaiting(db)) await turn()
      const merging = mergeIndex(db)
      let started = performance.now()
      while (!isStopped && !merging.next().done) {
        if (performance.now() - started < slice) continue
        await turn()
        // What has just been changed is found before what has long been there is tidied.
        if (!isStopped) while (indexWaiting(db)) await turn()
        started = performance.now()
      }
      merging.return(undefined)
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
    async settled() {
      keeper.kick()
      while (working) await working
    },
    async stop() {
      isStopped = true
      await working
    },
  }
  keeper.kick()
  return keeper
}

const turn = (): Promise<void> => new Promise(setImmediate)
