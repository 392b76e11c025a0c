import { Failure, FaultCode } from '../../../shared/contract/fault.ts'
import type { BackendHost, JobPort } from '../host.ts'
import type { JobEntry } from './entry.ts'
import type { JobAnswer } from './serve.ts'

export interface RunOptions {
  signal?: AbortSignal
  onProgress?: (done: number, total: number, note: string) => void
  /** Milliseconds after which the process is killed and the work refused. */
  timeLimit?: number
}

/** Runs work of one kind in a process of its own, one piece at a time, and keeps the process for the next. */
export interface JobRunner {
  /**
   * Throws the job's own stated failure; `cancelled`; or `unreadable-file` when the process died or ran out of
   * time over this piece. The next piece gets a fresh process.
   */
  run(input: unknown, options?: RunOptions): Promise<unknown>
  close(): void
}

export function createJobRunner(host: BackendHost, entry: JobEntry): JobRunner {
  let port: JobPort | null = null
  let nextId = 1
  let pending: { id: number; settle: (answer: JobAnswer | 'gone') => void } | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const start = (): JobPort => {
    const started = host.startJob(entry)
    started.onMessage(message => {
      const answer = message as JobAnswer
      if (port === started && pending?.id === answer.id) pending.settle(answer)
    })
    started.onExit(() => {
      if (port !== started) return
      port = null
      pending?.settle('gone')
    })
    return started
  }

  const stop = (): void => {
    const stopping = port
    port = null
    stopping?.kill()
  }

  const runNow = (
    input: unknown,
    { signal, onProgress, timeLimit = 120_000 }: RunOptions,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(cancelled())
      port ??= start()
      const id = nextId++
      const finish = (settle: () => void): void => {
        pending = null
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        settle()
      }
      const onAbort = (): void => {
        stop()
        finish(() => reject(cancelled()))
      }
      const timer = setTimeout(() => {
        stop()
        finish(() =>
          reject(
            new Failure(
              'unreadable-file',
              `It took longer than ${timeLimit / 1000} seconds and was given up. Nothing was kept of it.`,
            ),
          ),
        )
      }, timeLimit)
      signal?.addEventListener('abort', onAbort)
      pending = {
        id,
        settle: answer => {
          if (answer === 'gone') {
            finish(() =>
              reject(
                new Failure(
                  'unreadable-file',
                  'The program that was working on it stopped. Nothing was kept of it. Try again; if it happens again, leave this file out.',
                ),
              ),
            )
          } else if ('progress' in answer) onProgress?.(...answer.progress)
          else if ('fault' in answer) finish(() => reject(toError(answer.fault)))
          else finish(() => resolve(answer.value))
        },
      }
      port.post({ id, input })
    })

  return {
    run: (input, options = {}) => {
      const result = queue.then(() => runNow(input, options))
      queue = result.catch(() => undefined)
      return result
    },
    close: stop,
  }
}

const cancelled = (): Failure => new Failure('cancelled', 'Cancelled. What was finished before is kept.')

function toError(fault: { code: string; message: string; isStated: boolean }): Error {
  const code = FaultCode.safeParse(fault.code)
  return fault.isStated && code.success ? new Failure(code.data, fault.message) : new Error(fault.message)
}
