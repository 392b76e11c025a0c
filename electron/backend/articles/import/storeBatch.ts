import type { ImportLine } from '../../../../shared/contract/article.ts'
import { Failure } from '../../../../shared/contract/fault.ts'
import { madeSureLater, makeSure } from '../../database/madeSureLater.ts'
import { addSegment, promiseBroken } from '../../search/writeIndex.ts'
import { storageFailure } from '../../storageFailure.ts'
import type { ReadSource } from './readSources.ts'
import type { FoundSource, ImportContext, RefusedSource } from './source.ts'
import { type IndexKeys, refusal, storeFile, storeKnown } from './storeFile.ts'

/** Files that were read together. */
export interface ReadBatch {
  found: (FoundSource | RefusedSource)[]
  /** What became of each that was found; null for one that needs no reading. */
  read: (ReadSource | null)[]
}

/** Small files are stored so many in one commit, and so many bytes: the desk is answered in between. */
const commitFiles = 6
const commitBytes = 40 * 1024

/**
 * Stores a batch, some of it at a time, so that a search waits for none of it long. The last commit makes sure of the others,
 * and brings the search index of all.
 */
export async function storeBatch(batch: ReadBatch, at: ImportContext): Promise<ImportLine[]> {
  const lines: ImportLine[] = []
  let keys: IndexKeys = new Map()
  try {
    for (const { from, to } of commits(batch)) {
      const isLast = to === batch.found.length
      const before: IndexKeys = new Map([...keys].map(([index, own]) => [index, [...own]]))
      try {
        lines.push(...storeTogether(batch, { from, to, isLast, keys }, at))
      } catch {
        promiseBroken(at.db, [...keys.values()].flat())
        keys = before
        lines.push(...storeApart(batch, { from, to }, at))
        if (isLast) at.db.transaction(() => makeSure(at.db))()
      }
      if (!isLast) await turn()
    }
    return lines
  } finally {
    promiseBroken(at.db, [...keys.values()].flat())
  }
}

/** The files of a batch that are stored in one commit each time. */
function* commits({ found }: ReadBatch): Generator<{ from: number; to: number }> {
  for (let from = 0, to = 0; from < found.length; from = to) {
    for (let bytes = 0; to < found.length && to - from < commitFiles; to++) {
      const each = found[to]!
      bytes += 'refused' in each ? 0 : each.bytes.byteLength
      if (bytes > commitBytes && to > from) break
    }
    yield { from, to }
  }
}

function storeTogether(
  batch: ReadBatch,
  { from, to, isLast, keys }: { from: number; to: number; isLast: boolean; keys: IndexKeys },
  at: ImportContext,
): ImportLine[] {
  const time = at.now().toISOString()
  const store = at.db.transaction(() => {
    const lines: ImportLine[] = []
    for (let i = from; i < to; i++)
      lines.push(...storeOne(batch.found[i]!, batch.read[i]!, { at, time, keys }))
    if (isLast) {
      addSegments(keys, at)
      makeSure(at.db)
    }
    return lines
  })
  return isLast ? store() : madeSureLater(at.db, store)
}

function addSegments(keys: IndexKeys, { db }: ImportContext): void {
  for (const [index, own] of keys) addSegment(db, index, own)
}

/** What could not be stored together: each by itself, so that all that can be kept is. They are indexed later. */
function storeApart(
  batch: ReadBatch,
  { from, to }: { from: number; to: number },
  at: ImportContext,
): ImportLine[] {
  const time = at.now().toISOString()
  return batch.found.slice(from, to).flatMap((found, i) => {
    try {
      return at.db.transaction(() => storeOne(found, batch.read[from + i]!, { at, time, keys: null }))()
    } catch (error) {
      return notStored(found, error, at)
    }
  })
}

function storeOne(
  found: FoundSource | RefusedSource,
  read: ReadSource | null,
  { at: { db }, time, keys }: { at: ImportContext; time: string; keys: IndexKeys | null },
): ImportLine[] {
  if ('refused' in found) return [refusal(found.path, found.refused)]
  if (read instanceof Error) return [refusal(found.path, read.message)]
  return read ? storeFile(db, found, read, time, keys) : storeKnown(db, found)
}

/** A source that the archive did not take. Throws when it would take no other either. */
function notStored(
  found: FoundSource | RefusedSource,
  error: unknown,
  { logError }: ImportContext,
): ImportLine[] {
  const failure = error instanceof Failure ? error : storageFailure(error)
  const name = 'refused' in found ? found.path : found.name
  if (!failure) {
    logError(error, `storing ${name}`)
    return [
      refusal(
        found.path,
        `${name} could not be stored, and nothing was kept of it. Save it anew, or as plain text, and add that; the log says more.`,
      ),
    ]
  }
  if (failure.code !== 'disk-full') return [refusal(found.path, failure.message)]
  throw new Failure('disk-full', `${name} was not taken in. ${failure.message}`, { cause: error })
}

/** Lets what is waiting have its turn. */
const turn = (): Promise<void> => new Promise(setImmediate)
