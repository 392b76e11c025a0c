import { seededRandom } from '../generateArticle.ts'
import { searchOwn } from './ownSearch.ts'
import { searchPlain } from './plainSearch.ts'
import type { BenchQuery } from './queryMix.ts'

/** What a process that only searches is asked for. */
export interface SearchTask {
  folder: string
  engine: 'own' | 'plain'
  queries: BenchQuery[]
  /** How often each query is asked after it has been asked once to warm up; 0 asks for the first only, cold. */
  runs: number
}

export interface SearchTimes {
  /** Milliseconds of opening the archive and answering the first query. */
  first: number
  /** The processor's part of it; the rest is waiting, for the disk above all. */
  firstProcessor: number
  /** For each query, milliseconds of each run. */
  times: number[][]
  /** The same as the processor's time, which says more on a busy machine: all threads and the kernel. */
  processor: number[][]
  totals: number[]
  /** Megabytes of memory at the end, and at the most. */
  resident: number
  residentMost: number
}

process.once('message', (task: SearchTask) => {
  process.send!(measure(task), () => process.disconnect())
})
process.send!('ready')

function measure({ folder, engine, queries, runs }: SearchTask): SearchTimes {
  const idle = process.cpuUsage()
  const started = performance.now()
  const search = engine === 'own' ? searchOwn(folder) : searchPlain(folder)
  search(queries[0]!)
  const first = performance.now() - started
  const { user, system } = process.cpuUsage(idle)
  const times = queries.map((): number[] => [])
  const processor = queries.map((): number[] => [])
  const totals = queries.map(() => 0)
  const random = seededRandom(3)
  for (let run = 0; runs > 0 && run <= runs; run++) {
    // In another order each time, so that none always follows its like.
    const order = queries.map((_, i) => ({ i, at: random() })).sort((a, b) => a.at - b.at)
    for (const { i } of order) {
      const busy = process.cpuUsage()
      const asked = performance.now()
      totals[i] = search(queries[i]!)
      const took = performance.now() - asked
      const { user, system } = process.cpuUsage(busy)
      if (run === 0) continue
      times[i]!.push(took)
      processor[i]!.push((user + system) / 1000)
    }
  }
  return {
    first,
    firstProcessor: (user + system) / 1000,
    times,
    processor,
    totals,
    resident: process.memoryUsage.rss() / 2 ** 20,
    residentMost: process.resourceUsage().maxRSS / 1024,
  }
}
