import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import { type JobEntry, jobEntries } from '../backend/jobs/entry.ts'
import { logError } from './errorLog.ts'
import type { ToBackend } from './messages.ts'

export interface JobBroker {
  start(job: number, entry: JobEntry): void
  kill(job: number): void
  killAll(): void
}

/**
 * Starts processes for the backend, which cannot do so itself, and puts each job's port in its hands. `tell` reaches
 * the backend that asked. What they say to each other does not pass through here.
 */
export function brokerJobs(tell: (message: ToBackend, ports?: MessagePortMain[]) => void): JobBroker {
  const running = new Map<number, UtilityProcess>()
  return {
    start(job, entry) {
      if (!jobEntries.includes(entry)) throw new Error(`there is no job ${entry}`)
      const child = utilityProcess.fork(join(import.meta.dirname, 'jobs', `${entry}.js`), [], {
        serviceName: `Despatch ${entry}`,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      running.set(job, child)
      child.stderr?.on('data', data => logError(data, entry))
      child.once('exit', () => {
        running.delete(job)
        tell({ type: 'job.exit', job })
      })
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ type: 'port' }, [port1])
      tell({ type: 'job.port', job }, [port2])
    },
    kill: job => running.get(job)?.kill(),
    killAll() {
      for (const child of running.values()) child.kill()
    },
  }
}
