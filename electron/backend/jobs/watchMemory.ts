import { Worker } from 'node:worker_threads'

/**
 * The most resident memory, in megabytes, that a process which reads strangers' files may take. The engine's own heap
 * limit does not count buffers: 1.5 GB of them were allocated under a limit of 128 MB.
 */
const memoryLimit = 512
/** How often it is looked at, in milliseconds: inflating fills some 50 MB in that time. */
const interval = 100

/**
 * Kills this process when it takes too much memory. A thread of its own looks, because a parser that runs wild never
 * lets a timer fire.
 */
export function watchMemory(limit = memoryLimit): void {
  const thread = new Worker(watching, {
    eval: true,
    workerData: { limit: limit * 1024 * 1024, interval },
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
