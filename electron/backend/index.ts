import { z } from 'zod'
import type { AnyEvent } from '../../shared/contract/event.ts'
import { Failure, type Fault, type Reply } from '../../shared/contract/fault.ts'
import { contract, isCallName } from '../../shared/contract/index.ts'
import type { Backend } from './backend.ts'
import { openDatabase } from './database/openDatabase.ts'
import { createHandlers } from './handlers.ts'
import type { BackendHost } from './host.ts'
import { createJobRunner } from './jobs/pool.ts'
import { createRunningJobs } from './jobs/runningJobs.ts'
import { clearStaged } from './staging.ts'
import { storageFailure } from './storageFailure.ts'

export type { Backend } from './backend.ts'
export type { BackendHost, HostFiles, JobPort } from './host.ts'
export type { JobEntry } from './jobs/entry.ts'
export { findStaged, putStaged, removeStaged } from './staging.ts'

/**
 * Opens the archive and gives the door to it. Throws `archive-damaged` or `archive-unsuitable`, with the file
 * as it was. While another process holds the archive, the door opens for reading only.
 */
export async function openBackend(host: BackendHost): Promise<Backend> {
  const opened = openDatabase(host.archiveFolder)
  if (opened.readOnly === null) clearStaged(host.archiveFolder)
  const listeners = new Set<(event: AnyEvent) => void>()
  const emit = (event: AnyEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const parser = createJobRunner(host, 'parse')
  const press = createJobRunner(host, 'press')
  const jobs = createRunningJobs(emit)
  const handlers = createHandlers({
    opened,
    host,
    jobs,
    parser,
    press,
    now: () => host.now().toISOString(),
    changed: (...topics) => emit({ name: 'archive.changed', data: { topics } }),
  })
  const working = new Set<Promise<unknown>>()

  const perform = async (name: string, input: unknown, trusted: boolean): Promise<unknown> => {
    if (!isCallName(name))
      throw new Failure('unknown-call', `There is no call named ${JSON.stringify(name)}.`)
    const call = contract[name]
    if ('hostOnly' in call && call.hostOnly && !trusted) {
      throw new Failure('unknown-call', `The call ${name} is for the command line and the desktop only.`)
    }
    const parsed = call.input.safeParse(input)
    if (!parsed.success) throw new Failure('invalid-input', `${name}: ${z.prettifyError(parsed.error)}`)
    if (call.kind === 'command' && opened.readOnly !== null && name !== 'jobs.cancel') {
      throw new Failure(opened.readOnly.code, opened.readOnly.message)
    }
    return await (handlers[name] as (input: unknown) => unknown)(parsed.data)
  }

  return {
    perform: async (name, input, trusted = false): Promise<Reply<unknown>> => {
      const work = perform(name, input, trusted)
      working.add(work)
      try {
        return { ok: true, value: await work }
      } catch (error) {
        return { ok: false, fault: toFault(error, `${name}`, host) }
      } finally {
        working.delete(work)
      }
    },
    onEvent: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      jobs.cancelAll()
      parser.close()
      press.close()
      await Promise.allSettled(working)
      opened.close()
    },
  }
}

function toFault(error: unknown, context: string, host: BackendHost): Fault {
  const failure = error instanceof Failure ? error : storageFailure(error)
  if (failure) return { code: failure.code, message: failure.message }
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { code: 'cancelled', message: 'Cancelled. What was finished before is kept.' }
  }
  host.logError(error, context)
  return {
    code: 'internal',
    message:
      'Something went wrong inside Despatch. What was saved before is safe. Try again; the details are in the log.',
  }
}
