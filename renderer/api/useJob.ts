import { useRef, useState } from 'react'
import { call, newJobId } from './call.ts'
import { useEvent } from './useEvent.ts'

export interface Job {
  /** What is being done, in words; null when nothing is. */
  note: string | null
  done: number
  /** null while unknown. */
  total: number | null
  /** Runs long work under a new job id and follows its progress. Throws what `work` throws. */
  run<T>(note: string, work: (jobId: string) => Promise<T>): Promise<T>
  /** Asks the work to stop. It then ends with a `cancelled` failure, or with what it had finished. */
  cancel(): void
}

const idle = { note: null as string | null, done: 0, total: null as number | null }

/** Follows one piece of long work at a time. */
export function useJob(): Job {
  const [state, setState] = useState(idle)
  const current = useRef<string | null>(null)
  useEvent('job.progress', progress => {
    if (progress.jobId !== current.current) return
    setState({ note: progress.note, done: progress.done, total: progress.total })
  })
  return {
    ...state,
    async run(note, work) {
      const jobId = newJobId()
      current.current = jobId
      setState({ ...idle, note })
      try {
        return await work(jobId)
      } finally {
        if (current.current === jobId) {
          current.current = null
          setState(idle)
        }
      }
    },
    cancel() {
      if (current.current) void call('jobs.cancel', { jobId: current.current }).catch(() => {})
    },
  }
}
