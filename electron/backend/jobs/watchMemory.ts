import { Worker } from 'node:worker_threads'
import { memoryInterval, watchedFromOutside } from './jobMemory.ts'

/**
 * Kills this process when it takes more than so many megabytes of resident memory, unless its host does. A thread of its own
 * looks, because a parser that runs wild never lets a timer fire; it costs 17 MB itself.
 */
export function watchMemory(limit: number): void {
  if (process.env[watchedFromOutside] !== undefined) return
  const thread = new Worker(watching, {
    eval: true,
    workerData: { limit: limit * 1024 * 1024, interval: memoryInterval },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  })
  thread.unref()
}

const watching = `
const { workerData: { limit, interval } } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL')
}, interval)
`
