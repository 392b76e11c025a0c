import { type Reply, unwrap } from '../../shared/contract/fault.ts'
import type { HostFiles } from '../backend/index.ts'
import type { FilesCall, FromBackend } from './messages.ts'

/** The backend's side of saving and opening files: main shows the dialogs and does the work. */
export function brokeredFiles(tellMain: (message: FromBackend) => void): {
  host: HostFiles
  done(call: number, reply: Reply<string | null>): void
} {
  const waiting = new Map<number, (reply: Reply<string | null>) => void>()
  let lastCall = 0
  const ask = async (files: FilesCall): Promise<string | null> => {
    lastCall += 1
    const call = lastCall
    const reply = new Promise<Reply<string | null>>(resolve => waiting.set(call, resolve))
    tellMain({ type: 'files', call, ...files })
    return unwrap(await reply)
  }
  return {
    host: {
      saveAs: (stagedPath, proposedName) => ask({ method: 'saveAs', stagedPath, proposedName }),
      open: async path => void (await ask({ method: 'open', path })),
      reveal: async path => void (await ask({ method: 'reveal', path })),
    },
    done(call, reply) {
      waiting.get(call)?.(reply)
      waiting.delete(call)
    },
  }
}
