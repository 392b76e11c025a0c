import { resolve } from 'node:path'
import { Failure, unwrap } from '../../shared/contract/fault.ts'
import type { AnyEvent, CallInput, CallName, CallOutput, Reply } from '../../shared/contract/index.ts'
import { type Backend, copyWhole, findStaged, removeStaged } from '../backend/index.ts'
import { isNoRoom, whyNotWritten } from '../backend/whyNotWritten.ts'

/** The backend as the command line uses it: typed calls that throw their faults. */
export interface Door {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** A call as somebody wrote it: answered, never thrown. */
  perform(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: AnyEvent) => void): () => void
  /** Moves staged bytes to a file, which is whole or not there. Gives its full path. */
  fetch(staged: string, file: string): Promise<string>
  close(): Promise<void>
}

export function openDoor(backend: Backend, archiveFolder: string): Door {
  const perform = (name: string, input: unknown) => backend.perform(name, input, true)
  return {
    call: async (name, input) => unwrap(await perform(name, input)) as never,
    perform,
    onEvent: backend.onEvent,
    fetch: async (staged, file) => {
      const found = findStaged(archiveFolder, staged)
      if (!found) throw new Failure('not-found', 'The bytes are no longer staged. Run the command again.')
      const path = resolve(file)
      await putInPlace(found.path, path)
      removeStaged(archiveFolder, staged)
      return path
    },
    close: backend.close,
  }
}

async function putInPlace(from: string, path: string): Promise<void> {
  try {
    await copyWhole(from, path)
  } catch (error) {
    const why = whyNotWritten(error)
    if (why === null) throw error
    throw new Failure(
      isNoRoom(error) ? 'disk-full' : 'unreadable-file',
      `${path} was not written: ${why}. The pack is safe in the archive. Choose another place.`,
      { cause: error },
    )
  }
}
