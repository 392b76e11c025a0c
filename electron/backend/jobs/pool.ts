import { z } from 'zod'
import { Failure, FaultCode } from '../../../shared/contract/fault.ts'
import type { BackendHost, JobPort } from '../host.ts'
import type { JobEntry } from './entry.ts'
import type { JobAnswer } from './serve.ts'

export interface RunOptions {
  signal?: AbortSignal
  onProgress?: (done: number, total: number, note: string) => void
  /** Takes each part that the job gives before its end; the job waits for it. What it throws ends the work. */
  onItem?: (item: unknown) => Promise<void>
  /** Milliseconds without an answer or a part after which the process is killed and the work given up. */
  timeLimit?: number
  /** In a process that nothing else is worked on in: what one piece does to it, or leaves in its memory, meets no other. */
  isolated?: boolean
  /** Milliseconds for which the process is kept afterwards while it has nothing to do; twenty seconds unless told. */
  linger?: number
}

/** Runs work of one kind in a process of its own, one piece at a time, and keeps the process for the next. */
export interface JobRunner {
  /**
   * Throws the job's own stated failure; `cancelled`; or the runner's failure when the process died or ran out of
   * time over this piece. The next piece gets a fresh process.
   */
  run(input: unknown, options?: RunOptions): Promise<unknown>
  /** Ends the process; what was running or waiting is cancelled, and nothing starts any more. */
  close(): void
}

type Given = Extract<JobAnswer, { item: unknown }>

interface Task {
  id: number
  input: unknown
  options: RunOptions
  /** Starts its clock, or starts it anew. */
  begin(): void
  /** Stops its clock: the job is not being waited for. */
  rest(): void
  settle(settle: () => void): void
  resolve(value: unknown): void
  reject(error: Error): void
}

/** A process that has had nothing to do for so many milliseconds is ended: it would hold its memory for nothing. */
const idleLimit = 20_000

/** Several processes of one kind; each piece goes to the one with the least to do. */
export function createJobPool(size: number, create: () => JobRunner): JobRunner {
  const members = Array.from({ length: size }, () => ({ runner: create(), busy: 0 }))
  return {
    run: async (input, options) => {
      const member = members.reduce((best, each) => (each.busy < best.busy ? each : best))
      member.busy++
      try {
        return await member.runner.run(input, options)
      } finally {
        member.busy--
      }
    },
    close: () => {
      for (const { runner } of members) runner.close()
    },
  }
}

/** `givenUp` makes the failure of a piece whose process died or took too long; it is told which, in words. */
export function createJobRunner(
  host: BackendHost,
  entry: JobEntry,
  givenUp: (why: string) => Failure,
): JobRunner {
  const waiting: Task[] = []
  let current: Task | null = null
  let port: JobPort | null = null
  let isUsed = false
  let nextId = 1
  let isClosed = false
  let idle: NodeJS.Timeout | undefined
  /** Until when it is kept, at least: who asked for longer is not cut short by who did not. */
  let keptUntil = 0

  const start = (): JobPort => {
    isUsed = false
    const started = host.startJob(entry)
    started.onMessage(message => {
      const task = current
      if (port !== started || !task) return
      const { data: answer } = Answer.safeParse(message)
      if (!answer) return giveUp(task, 'the program that was working on it answered with what no job answers')
      if (task.id !== answer.id) return
      if ('item' in answer) void take(started, task, answer)
      else if ('progress' in answer) task.options.onProgress?.(...answer.progress)
      else if ('fault' in answer) task.settle(() => task.reject(toError(answer.fault)))
      else task.settle(() => task.resolve(answer.value))
    })
    started.onExit(() => {
      if (port !== started) return
      port = null
      const task = current
      task?.settle(() => task.reject(givenUp('the program that was working on it stopped')))
    })
    return started
  }

  const take = async (from: JobPort, task: Task, { item, number }: Given): Promise<void> => {
    task.rest()
    try {
      await task.options.onItem?.(item)
    } catch (error) {
      if (current !== task) return
      stop()
      task.settle(() => task.reject(error as Error))
      return
    }
    if (current !== task || port !== from) return
    task.begin()
    from.post({ id: task.id, taken: number })
  }

  const giveUp = (task: Task, why: string): void => {
    if (current === task) stop()
    task.settle(() => task.reject(givenUp(why)))
  }

  const stop = (): void => {
    const stopping = port
    port = null
    stopping?.kill()
  }

  const next = (): void => {
    if (current !== null) return
    const task = waiting.shift()
    clearTimeout(idle)
    if (!task) {
      idle = setTimeout(stop, Math.max(idleLimit, keptUntil - performance.now())).unref()
      return
    }
    current = task
    task.begin()
    try {
      if (task.options.isolated && isUsed) stop()
      port ??= start()
      isUsed = true
      port.post({ id: task.id, input: task.input })
    } catch {
      giveUp(task, 'the program that was to work on it did not start')
    }
  }

  const run = (input: unknown, options: RunOptions = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { signal, timeLimit = 120_000 } = options
      if (isClosed || signal?.aborted) return reject(cancelled())
      let timer: NodeJS.Timeout | undefined
      const task: Task = {
        id: nextId++,
        input,
        options,
        resolve,
        reject,
        rest: () => clearTimeout(timer),
        begin: () => {
          clearTimeout(timer)
          timer = setTimeout(() => giveUp(task, `it took longer than ${timeLimit / 1000} seconds`), timeLimit)
        },
        settle: settle => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', abandon)
          const at = waiting.indexOf(task)
          if (at >= 0) waiting.splice(at, 1)
          if (current === task) {
            current = null
            // The process is this piece's own only while it is being worked on.
            if (options.isolated) stop()
            if (options.linger) keptUntil = Math.max(keptUntil, performance.now() + options.linger)
          }
          settle()
          if (!isClosed) next()
        },
      }
      const abandon = (): void => {
        if (current === task) stop()
        task.settle(() => reject(cancelled()))
      }
      signal?.addEventListener('abort', abandon)
      waiting.push(task)
      next()
    })

  return {
    run,
    close: () => {
      isClosed = true
      clearTimeout(idle)
      stop()
      for (const task of [...waiting, ...(current ? [current] : [])]) {
        task.settle(() => task.reject(cancelled()))
      }
    },
  }
}

const cancelled = (): Failure => new Failure('cancelled', 'Cancelled. What was finished before is kept.')

/** A process that has read a stranger's file may send anything. */
const Answer: z.ZodType<JobAnswer> = z.union([
  z.object({ id: z.number(), item: z.unknown(), number: z.number() }),
  z.object({ id: z.number(), progress: z.tuple([z.number(), z.number(), z.string()]) }),
  z.object({
    id: z.number(),
    fault: z.object({ code: z.string(), message: z.string(), isStated: z.boolean() }),
  }),
  z.object({ id: z.number(), value: z.unknown() }),
])

function toError(fault: { code: string; message: string; isStated: boolean }): Error {
  const code = FaultCode.safeParse(fault.code)
  return fault.isStated && code.success ? new Failure(code.data, fault.message) : new Error(fault.message)
}
