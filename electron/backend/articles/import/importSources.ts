import type { ImportLine, ImportReport } from '../../../../shared/contract/article.ts'
import { completeOld } from '../completeOld.ts'
import { fileReader } from './fileReader.ts'
import { findSources } from './findSources.ts'
import { listSources } from './listSources.ts'
import { lightKinds, type ReadSource, readSources } from './readSources.ts'
import type { FoundSource, ImportContext, RefusedSource, WaitingSource } from './source.ts'
import { type ReadBatch, storeBatch } from './storeBatch.ts'
import { isKnown, refusal } from './storeFile.ts'

export type { ImportContext, WaitingSource } from './source.ts'

/** Small files are read so many at a time, and never more than so many bytes together: one piece of the index is made of them. */
const batchFiles = 64
const batchBytes = 384 * 1024
/** So many batches are being read while an earlier one is stored; fewer, when they are of more bytes together. */
const readAhead = 6
const readAheadAtLeast = 3
const readAheadBytes = 4 * 1024 * 1024

/**
 * Takes sources in, in order, each wholly or not at all. Gives a line for each article found in them; what cannot be
 * read is refused with its reason and the rest go on. A cancel ends it early, with the lines for what was dealt
 * with. Throws only when the archive itself cannot go on (a full disk); what was taken in before is kept.
 */
export async function importSources(
  sources: readonly WaitingSource[],
  at: ImportContext,
): Promise<ImportReport> {
  while (!at.job.signal.aborted && completeOld(at.db) > 0) await turn()
  const lines: ImportLine[] = []
  const outcomes: Partial<Record<ImportLine['outcome'], number>> = {}
  const underWay: { bytes: number; reading: Promise<Batch & ReadBatch> }[] = []
  let done = 0
  const finish = async (): Promise<void> => {
    // What has been read already is not stored any more.
    at.job.signal.throwIfAborted()
    const batch = await underWay.shift()!.reading
    for (const line of await storeBatch(batch, at)) {
      lines.push(line)
      outcomes[line.outcome] = (outcomes[line.outcome] ?? 0) + 1
    }
    done = batch.done
    await at.index?.spend()
    at.job.progress(done, sources.length, batch.last, outcomes)
    await turn()
  }
  const release = at.index?.hold()
  try {
    for await (const batch of batches(sources, at)) {
      const reading = readBatch(batch, at)
      // It may fail while an earlier one is stored, before anybody waits for it.
      reading.catch(() => {})
      underWay.push({ bytes: bytesIn(batch), reading })
      while (isFarAhead(underWay.map(each => each.bytes))) await finish()
    }
    while (underWay.length > 0) await finish()
  } catch (error) {
    if (!at.job.signal.aborted) throw error
  } finally {
    release?.()
    await Promise.allSettled(underWay.map(({ reading }) => reading))
  }
  at.job.progress(done, sources.length, 'Done', outcomes)
  return { lines, unread: sources.length - done }
}

/** Every file below the paths, in a settled order; a path that is not there becomes a refused line. */
export async function importPaths(paths: readonly string[], at: ImportContext): Promise<ImportReport> {
  const { files, refused } = await listSources(paths)
  const waiting = files.map(file => ({ file, name: file }))
  const { lines, unread } = await importSources(waiting, at)
  return { lines: [...refused.map(({ path, reason }) => refusal(path, reason)), ...lines], unread }
}

const isFarAhead = (bytes: readonly number[]): boolean =>
  bytes.length >= readAhead ||
  (bytes.length >= readAheadAtLeast && bytes.reduce((sum, each) => sum + each, 0) > readAheadBytes)

const bytesIn = ({ found }: Batch): number =>
  found.reduce((sum, each) => sum + ('refused' in each ? 0 : each.bytes.byteLength), 0)

interface Batch {
  found: (FoundSource | RefusedSource)[]
  /** How many of the waiting sources have been dealt with when this batch has. */
  done: number
  /** The name of the last one. */
  last: string
}

/** What is found in the sources, in order, in pieces of a size that is quickly read and stored. */
async function* batches(sources: readonly WaitingSource[], at: ImportContext): AsyncGenerator<Batch> {
  const read = fileReader()
  let batch: Batch = { found: [], done: 0, last: '' }
  let bytes = 0
  for (const [index, source] of sources.entries()) {
    for await (const each of findSources(source, at, read)) {
      const size = 'refused' in each ? 0 : each.bytes.byteLength
      const isHeavy = !('refused' in each) && (!lightKinds.has(each.kind) || size > batchBytes)
      if (
        batch.found.length > 0 &&
        (isHeavy || bytes + size > batchBytes || batch.found.length >= batchFiles)
      ) {
        yield batch
        batch = { found: [], done: index, last: source.name }
        bytes = 0
      }
      batch.found.push(each)
      bytes = isHeavy ? batchBytes : bytes + size
    }
    batch.done = index + 1
    batch.last = source.name
    at.job.signal.throwIfAborted()
  }
  if (batch.found.length > 0 || batch.done > 0) yield batch
}

async function readBatch(batch: Batch, at: ImportContext): Promise<Batch & ReadBatch> {
  const toRead = batch.found.flatMap(each => ('refused' in each || isKnown(at.db, each) ? [] : [each]))
  const answers = await readSources(toRead, at)
  const read = new Map<unknown, ReadSource>(toRead.map((each, i) => [each, answers[i]!]))
  return { ...batch, read: batch.found.map(each => read.get(each) ?? null) }
}

/** Lets what is waiting have its turn: a search at the desk, another call. */
const turn = (): Promise<void> => new Promise(setImmediate)
