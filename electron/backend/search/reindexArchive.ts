import type { Database } from '../database/openDatabase.ts'
import type { RunningJob } from '../jobs/runningJobs.ts'
import type { IndexKeeper } from './keepIndex.ts'
import { clearIndex, waitingDocuments } from './writeIndex.ts'

/**
 * Makes the search index anew. What is not indexed yet when it is cancelled is indexed afterwards, in the pauses of other
 * work; until then it is not found. Gives how many documents there are.
 */
export async function reindexArchive(
  db: Database,
  index: IndexKeeper,
  job: RunningJob,
): Promise<{ documents: number }> {
  await index.settled()
  const documents = clearIndex(db)
  const isDone = index.settled().then(() => true)
  while (!(await Promise.race([isDone, pause()]))) {
    job.progress(documents - waitingDocuments(db), documents, 'Indexing')
    job.signal.throwIfAborted()
  }
  job.progress(documents, documents, 'Done')
  return { documents }
}

const pause = (): Promise<false> => new Promise(resolve => setTimeout(() => resolve(false), 100))
