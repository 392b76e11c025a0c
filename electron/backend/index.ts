import type { z } from 'zod'
import type { AnyEvent } from '../../shared/contract/event.ts'
import { Failure, type Fault, type Reply } from '../../shared/contract/fault.ts'
import { contract, isCallName } from '../../shared/contract/index.ts'
import { archiveNotWritten } from './archiveNotWritten.ts'
import type { Backend } from './backend.ts'
import { openDatabase } from './database/openDatabase.ts'
import { createHandlers } from './handlers.ts'
import type { BackendHost } from './host.ts'
import { createJobPool, createJobRunner } from './jobs/pool.ts'
import { createRunningJobs } from './jobs/runningJobs.ts'
import { createPreviews } from './packs/previews.ts'
import { keepIndex } from './search/keepIndex.ts'
import { clearOldStaged } from './staging.ts'
import { storageFailure } from './storageFailure.ts'
import { isTooDeep } from './tooDeep.ts'

export type { Backend } from './backend.ts'
export { copyWhole } from './copyWhole.ts'
export type { BackendHost, HostFiles, JobPort } from './host.ts'
export type { JobEntry } from './jobs/entry.ts'
export { findStaged, putStaged, removeStaged } from './staging.ts'
export { storageFailure } from './storageFailure.ts'

/**
 * Opens the archive and gives the door to it. Throws `archive-damaged` or `archive-unsuitable`, with the file
 * as it was. While another process holds the archive, the door opens for reading only.
 */
export async function openBackend(host: BackendHost): Promise<Backend> {
  const opened = openDatabase(host.archiveFolder)
  if (opened.readOnly === null) clearOldStaged(host.archiveFolder, host.now())
  const listeners = new Set<(event: AnyEvent) => void>()
  const emit = (event: AnyEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const notTakenIn = (why: string) =>
    new Failure(
      'unreadable-file',
      `It was not taken in: ${why}. Nothing was kept of it. Leave this file out, or save it anew as plain text.`,
    )
  // One for each core that the smallest machine in use has; the archive itself keeps a third busy only in part.
  const parser = createJobPool(2, () => createJobRunner(host, 'parse', notTakenIn))
  const unpacker = createJobRunner(host, 'unpack', notTakenIn)
  const press = createJobRunner(
    host,
    'press',
    why =>
      new Failure(
        'export-failed',
        `The PDF was not made: ${why}. The pack is safe. Try again; if it happens again, take out what was added last.`,
      ),
  )
  const previews = createPreviews(opened.db, host, press)
  const jobs = createRunningJobs(emit)
  const index =
    opened.readOnly === null
      ? keepIndex(opened.db, host.logError, () =>
          emit({ name: 'archive.changed', data: { topics: ['articles'] } }),
        )
      : null
  const handlers = createHandlers({
    opened,
    host,
    jobs,
    parser,
    unpacker,
    press,
    previews,
    now: () => host.now().toISOString(),
    index,
    changed: (...topics) => {
      index?.kick()
      emit({ name: 'archive.changed', data: { topics } })
    },
  })
  const working = new Set<Promise<unknown>>()
  let isClosed = false

  const perform = async (name: string, input: unknown, trusted: boolean): Promise<unknown> => {
    if (isClosed) throw new Failure('host-gone', 'Despatch is closing. Nothing was changed. Open it again.')
    if (!isCallName(name))
      throw new Failure('unknown-call', `There is no call named ${JSON.stringify(name)}.`)
    const call = contract[name]
    if ('hostOnly' in call && call.hostOnly && !trusted) {
      throw new Failure('unknown-call', `The call ${name} is for the command line and the desktop only.`)
    }
    if (isTooDeep(input))
      throw new Failure(
        'invalid-input',
        `${name}: what was sent is nested deeper than anything Despatch makes. Nothing was changed.`,
      )
    const parsed = call.input.safeParse(input)
    if (!parsed.success) throw new Failure('invalid-input', inputFault(name, parsed.error))
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
      isClosed = true
      jobs.cancelAll()
      parser.close()
      unpacker.close()
      press.close()
      await Promise.allSettled(working)
      previews.forget()
      await index?.stop()
      opened.close()
    },
  }
}

function toFault(error: unknown, context: string, host: BackendHost): Fault {
  const failure =
    error instanceof Failure ? error : (storageFailure(error) ?? archiveNotWritten(error, host.archiveFolder))
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

/** One sentence about the first thing wrong with an input, naming the field. */
function inputFault(name: string, { issues }: z.ZodError): string {
  const [issue] = issues
  const field = issue?.path.map(String).join('.') || 'the input'
  return `${name}: ${field} is not as it should be (${issue?.message.toLowerCase() ?? 'unknown'}). Nothing was changed.`
}
