import type { AnyEvent, EventOf } from '../../../shared/contract/event.ts'

type Outcomes = EventOf<'job.progress'>['outcomes']

/** Long work that a person may watch and cancel. */
export interface RunningJob {
  signal: AbortSignal
  /** Tells every desk how far it is; at most ten times a second, and always at the end. */
  progress(done: number, total: number | null, note: string, outcomes?: Outcomes): void
}

export interface RunningJobs {
  /** Runs work under its id, so that it can be watched and cancelled. */
  run<T>(jobId: string | undefined, work: (job: RunningJob) => Promise<T>): Promise<T>
  /** Gives whether there was such a job. */
  cancel(jobId: string): boolean
  cancelAll(): void
}

export function createRunningJobs(emit: (event: AnyEvent) => void): RunningJobs {
  const running = new Set<{ jobId: string | undefined; controller: AbortController }>()
  return {
    run: async (jobId, work) => {
      const job = { jobId, controller: new AbortController() }
      running.add(job)
      let told = 0
      const progress: RunningJob['progress'] = (done, total, note, outcomes) => {
        const now = performance.now()
        if (!jobId || (now - told < 100 && done !== total)) return
        told = now
        emit({ name: 'job.progress', data: { jobId, done, total, note, ...(outcomes ? { outcomes } : {}) } })
      }
      try {
        return await work({ signal: job.controller.signal, progress })
      } finally {
        running.delete(job)
      }
    },
    cancel: jobId => {
      const named = [...running].filter(job => job.jobId === jobId)
      for (const { controller } of named) controller.abort()
      return named.length > 0
    },
    cancelAll: () => {
      for (const { controller } of running) controller.abort()
    },
  }
}
