import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unwrap } from '../../../shared/contract/fault.ts'
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts'
import { percentile } from '../statistics.ts'
import { makeArchive } from './makeArchive.ts'
import { newsCorpus } from './newsCorpus.ts'
import { printTable } from './printTables.ts'
import { queryMix } from './queryMix.ts'

/** So many articles are there already, and so many are imported. */
const before = 10_000
const imported = 6000
/** Milliseconds between two searches, as somebody types. */
const between = 60

/** Searches an archive from another process, as the desk does, first in quiet and then while articles are imported. */
export async function measureImporting(folder: string, seed: number): Promise<void> {
  const made = makeArchive(join(folder, `${before}-${seed}`), before, seed)
  const archive = join(folder, 'importing')
  const sources = join(folder, 'importing-sources')
  try {
    rmSync(archive, { recursive: true, force: true })
    cpSync(made.folder, archive, { recursive: true })
    mkdirSync(sources, { recursive: true })
    const article = newsCorpus(seed + 100)
    for (let i = 0; i < imported; i++) {
      const { title, text } = article(i)
      // The order of names is the order in which they are read.
      writeFileSync(
        join(sources, `${String(i).padStart(6, '0')}.txt`),
        `${title}\n\n${text.replaceAll('\n', '\n\n')}\n\nKnown as ${mark(i)}.\n`,
      )
    }
    await measure(archive, sources, seed)
  } finally {
    for (const each of [archive, sources]) rmSync(each, { recursive: true, force: true })
  }
}

const mark = (number: number): string => `xq${number}zw`

async function measure(archive: string, sources: string, seed: number): Promise<void> {
  const door = await openDoor(archive)
  const sample = Array.from({ length: 1000 }, (_, i) => newsCorpus(seed)(i))
  const queries = queryMix(sample, seed, 8)
  const search = (words: string) =>
    door.call('articles.search', {
      words,
      limit: 30,
      collapse: true,
      kinds: ['article', 'highlight', 'note', 'pack'],
    })
  const time = async (words: string): Promise<number> => {
    const started = performance.now()
    await search(words)
    return performance.now() - started
  }
  const round = async (isOver: () => boolean): Promise<number[]> => {
    const times: number[] = []
    for (let i = 0; !isOver(); i++) {
      times.push(await time(queries[i % queries.length]!.typed))
      await pause(between)
    }
    return times
  }
  let left = queries.length
  await round(() => left-- <= 0)
  left = queries.length * 2
  const quiet = await round(() => left-- <= 0)

  const untilFound: number[] = []
  let missing = 0
  let underWay: Promise<void> | null = null
  const isThere = async (done: number): Promise<void> => {
    const started = performance.now()
    for (let tries = 0; tries < 200; tries++) {
      if ((await search(`${mark(done - 1)} `)).total > 0) {
        untilFound.push(performance.now() - started)
        return
      }
      await pause(5)
    }
    missing++
  }
  door.onProgress(done => {
    if (done < 1 || underWay) return
    underWay = isThere(done).finally(() => {
      underWay = null
    })
  })
  let isOver = false
  const started = performance.now()
  const importing = door.call('articles.importPaths', { jobId: 'bench', paths: [sources] }).finally(() => {
    isOver = true
  })
  const busy = await round(() => isOver)
  await importing
  const perSecond = imported / ((performance.now() - started) / 1000)
  await underWay
  await door.close()
  const spread = (times: readonly number[]): string =>
    [0.5, 0.95, 0.99].map(share => percentile(times, share).toFixed(1)).join(' / ')
  console.log(
    `\n## While ${imported.toLocaleString('en-GB')} articles are imported into ${before.toLocaleString('en-GB')} (${perSecond.toFixed(0)} a second)\n\nAs another process sees it, ms: p50 / p95 / p99.\n`,
  )
  const ratio = percentile(busy, 0.95) / percentile(quiet, 0.95)
  printTable([
    ['what', 'times', 'limit'],
    [`a search in quiet (${quiet.length})`, spread(quiet), ''],
    [`a search while importing (${busy.length})`, spread(busy), 'p95 at most twice the quiet one'],
    ['  p95, times the quiet one', ratio.toFixed(1), '2'],
    [
      `found after its import was reported (${untilFound.length}, ${missing} not found)`,
      spread(untilFound),
      'p99 200',
    ],
  ])
}

interface Door {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  onProgress(listener: (done: number) => void): void
  close(): Promise<void>
}

async function openDoor(archive: string): Promise<Door> {
  const child = fork(join(import.meta.dirname, 'archiveProcess.ts'), [archive], {
    execArgv: ['--max-semi-space-size=4'],
  })
  await once(child, 'message')
  const waiting = new Map<number, (reply: never) => void>()
  let listener: (done: number) => void = () => {}
  let last = 0
  child.on(
    'message',
    ({
      id,
      reply,
      event,
    }: {
      id?: number
      reply: never
      event: { name: string; data: { done: number } }
    }) => {
      if (id !== undefined) {
        waiting.get(id)?.(reply)
        waiting.delete(id)
      } else if (event?.name === 'job.progress') listener(event.data.done)
    },
  )
  return {
    call: async (name, input) => {
      const id = ++last
      const { promise, resolve } = Promise.withResolvers<never>()
      waiting.set(id, resolve)
      child.send({ id, name, input })
      return unwrap(await promise)
    },
    onProgress(told) {
      listener = told
    },
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
