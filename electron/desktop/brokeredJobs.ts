import type { MessagePortMain } from 'electron'
import type { JobEntry, JobPort } from '../backend/index.ts'
import type { FromBackend } from './messages.ts'

/**
 * The backend's side of starting jobs: main starts the process and sends its port later, so what is posted before
 * is kept until then.
 */
export function brokeredJobs(tellMain: (message: FromBackend) => void): {
  start(entry: JobEntry): JobPort
  arrived(job: number, port: MessagePortMain): void
  ended(job: number): void
} {
  const jobs = new Map<number, Job>()
  let lastJob = 0
  return {
    start(entry) {
      lastJob += 1
      const id = lastJob
      const job: Job = { port: null, queued: [], listeners: [], exits: [] }
      jobs.set(id, job)
      tellMain({ type: 'job.start', job: id, entry })
      return {
        post(message) {
          if (job.port) job.port.postMessage(message)
          else job.queued.push(message)
        },
        onMessage: listener => void job.listeners.push(listener),
        onExit: listener => void job.exits.push(listener),
        kill: () => tellMain({ type: 'job.kill', job: id }),
      }
    },
    arrived(id, port) {
      const job = jobs.get(id)
      if (!job) return port.close()
      job.port = port
      port.on('message', ({ data }) => {
        for (const listener of job.listeners) listener(data)
      })
      port.start()
      for (const message of job.queued.splice(0)) port.postMessage(message)
    },
    ended(id) {
      const job = jobs.get(id)
      jobs.delete(id)
      job?.port?.close()
      for (const listener of job?.exits ?? []) listener()
    },
  }
}

interface Job {
  port: MessagePortMain | null
  queued: unknown[]
  listeners: ((message: unknown) => void)[]
  exits: (() => void)[]
}
