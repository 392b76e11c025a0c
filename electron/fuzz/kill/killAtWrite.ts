import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openDatabase } from '../../backend/database/openDatabase.ts'
import { checkIndex } from '../../backend/search/checkIndex.ts'
import { mergeIndex } from '../../backend/search/mergeIndex.ts'
import { indexWaiting, prepareIndex, waitingDocuments } from '../../backend/search/writeIndex.ts'
import type { DoneStep } from './doneStep.ts'

/** How an archive was found after its process had been killed, or had come to its end. */
export interface AfterKill {
  isKilled: boolean
  /** What was said to be done before. */
  done: DoneStep[]
  /** What is wrong, in words; empty when all is as it should be. */
  faults: string[]
}

/** Works in the archive in `folder` until the write with this number, kills, opens it again and looks. */
export async function killAtWrite(
  folder: string,
  { seed, steps, killAt }: { seed: number; steps: number; killAt: number },
): Promise<AfterKill> {
  const script = join(import.meta.dirname, 'killedWork.ts')
  const child = spawn(process.execPath, [script, folder, String(seed), String(steps), String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  const isKilled = signal === 'SIGKILL'
  const done = said.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as DoneStep]))
  const faults = isKilled || code === 0 ? faultsIn(folder, done) : [`the work ended with ${code ?? signal}`]
  return { isKilled, done, faults }
}

function faultsIn(folder: string, done: readonly DoneStep[]): string[] {
  const { db, close } = openDatabase(folder)
  const faults: string[] = []
  const number = (sql: string): number => db.prepare(sql).pluck().get() as number
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') faults.push('the database is damaged')
    prepareIndex(db)
    if (number("SELECT count(*) FROM search_segments WHERE state <> 'live'") > 0)
      faults.push('a segment that was not finished is still there')
    // A page's number begins with that of its segment.
    const strays =
      'SELECT count(*) FROM search_pages WHERE id >> 21 NOT IN (SELECT segment FROM search_segments)'
    if (number(strays) > 0) faults.push('pages of no segment are still there')
    while (indexWaiting(db));
    const differing = runOut(checkIndex(db))
    if (differing.length > 0) faults.push(`index and articles differ: ${differing.join(', ')}`)
    runOut(mergeIndex(db, { fanOut: 2 }))
    const merged = runOut(checkIndex(db))
    if (merged.length > 0) faults.push(`index and articles differ when it is merged: ${merged.join(', ')}`)
    if (waitingDocuments(db) > 0) faults.push('something still waits to be indexed')
    const row = db.prepare('SELECT title, removed_at AS removedAt FROM articles WHERE article_id = ?')
    for (const [articleId, { title, isRemoved }] of expectedAfter(done)) {
      const found = row.get(articleId) as { title: string; removedAt: string | null } | undefined
      if (!found) faults.push(`${articleId} was added and is gone`)
      else if (title !== null && found.title !== title) faults.push(`${articleId} has lost its title`)
      else if (isRemoved !== null && isRemoved !== (found.removedAt !== null))
        faults.push(`${articleId} is not where it was put`)
    }
  } catch (error) {
    faults.push(String(error))
  } finally {
    close()
  }
  return faults
}

/** What must be so of each article; null where nothing was said of it. Nothing is written between the end of a step and its line. */
function expectedAfter(
  done: readonly DoneStep[],
): Map<string, { title: string | null; isRemoved: boolean | null }> {
  const expected = new Map<string, { title: string | null; isRemoved: boolean | null }>()
  for (const step of done) {
    if (step.did === 'end') continue
    const before = expected.get(step.articleId) ?? { title: null, isRemoved: null }
    expected.set(
      step.articleId,
      step.did === 'remove'
        ? { ...before, isRemoved: step.isRemoved }
        : { title: step.title, isRemoved: step.did === 'add' ? false : before.isRemoved },
    )
  }
  return expected
}

function runOut<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
