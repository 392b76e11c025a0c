import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { JobPort } from '../backend/host.ts'
import type { JobEntry } from '../backend/jobs/entry.ts'
import { jobFlags } from '../backend/jobs/jobHeap.ts'
import { jobMemory, watchedFromOutside } from '../backend/jobs/jobMemory.ts'
import { keepingCompiled } from './compileCache.ts'
import { canWatchChildren, watchChildMemory } from './watchChildMemory.ts'

/** The last so many characters of a job's error output are kept. */
const LOG_LIMIT = 20_000

/**
 * Starts a job as a Node process of its own and returns the near end of its channel. The job gets no standard
 * input or output, and none of this process's debugging options. What it says on its error output (the engine's
 * account of a crash, mostly) is given to `log` when it ends.
 */
export function forkJob(entry: JobEntry, log: (words: string) => void): JobPort {
  const limit = canWatchChildren && entry !== 'press' ? jobMemory[entry] : null
  const child = fork(fileURLToPath(new URL(`../backend/jobs/${entry}.ts`, import.meta.url)), {
    serialization: 'advanced',
    execArgv: jobFlags(entry),
    // On Linux each thread would have memory of its own to give out: 8 MB in a process that needs none of it.
    env: {
      MALLOC_ARENA_MAX: '1',
      ...(limit ? { [watchedFromOutside]: '1' } : {}),
      ...keepingCompiled(withoutNodeOptions(process.env)),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  if (limit) watchChildMemory(child, limit)
  let words = ''
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-LOG_LIMIT)
  })
  const exit = Promise.withResolvers<void>()
  child.once('exit', () => exit.resolve())
  child.once('close', () => {
    if (words.trim() !== '') log(words)
  })
  // A process that could not start at all reports an error and never an exit.
  child.once('error', () => {
    if (child.pid === undefined) exit.resolve()
  })
  return {
    post: message => {
      // Posting to a job that is gone is not an error of the caller: `onExit` tells it.
      if (child.connected) child.send(message as object, () => {})
    },
    onMessage: listener => {
      child.on('message', listener)
    },
    onExit: listener => {
      void exit.promise.then(listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

function withoutNodeOptions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = env
  return rest
}
