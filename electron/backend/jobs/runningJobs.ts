import type { AnyEvent } from '../../../shared/contract/event.ts'

/** Long work that a person may watch and cancel. */
export interface RunningJob {
  signal: AbortSignal
  /** Tells every desk how far it is; at most ten times a second, and always at the end. */
  progress(done: number, total: number | null, note: string): void
  end(): void
}

export interface RunningJobs {
  begin(jobId: string | undefined): RunningJob
  /** Gives whether there was such a job. */
  cancel(jobId: string): boolean
  cancelAll(): void
}

export function createRunningJobs(emit: (event: AnyEvent) => void): RunningJobs {
  const running = new Map<string, AbortController>()
  return {
    begin: jobId => {
      const controller = new AbortController()
      if (jobId) running.set(jobId, controller)
      let told = 0
      return {
        signal: controller.signal,
        progress: (done, total, note) => {
          const now = performance.now()
          if (!jobId || (now - told < 100 && done !== total)) return
          told = now
          emit({ name: 'job.progress', data: { jobId, done, total, note } })
        },
        end: () => {
          if (jobId) running.delete(jobId)
        },
      }
    },
    cancel: jobId => {
      const controller = running.get(jobId)
      controller?.abort()
      return controller !== undefined
    },
    cancelAll: () => {
      for (const controller of running.values()) controller.abort()
    },
  }
}
