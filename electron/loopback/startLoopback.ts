import { join } from 'node:path'
import type { Backend } from '../backend/backend.ts'
import { openBackend } from '../backend/index.ts'
import { nodeHost, projectFolder } from '../node/nodeHost.ts'
import { type Loopback, serve } from './serve.ts'

export interface LoopbackOptions {
  archiveFolder: string
  /** The built desk; `out/renderer` unless told. */
  deskFolder?: string
  /** The port to listen on; any free one unless told. */
  port?: number
}

/**
 * Opens the archive and serves it, with the desk, to browsers on this computer. Closing ends both. Throws what
 * `openBackend` throws, and when the port is taken.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback & { backend: Backend }> {
  const { archiveFolder, deskFolder = join(projectFolder, 'out', 'renderer'), port = 0 } = options
  const host = nodeHost({ kind: 'loopback', archiveFolder })
  const backend = await openBackend(host)
  try {
    const served = await serve({ backend, archiveFolder, deskFolder, port, logError: host.logError })
    return {
      ...served,
      backend,
      close: async () => {
        await served.close()
        await backend.close()
      },
    }
  } catch (error) {
    await backend.close()
    throw error
  }
}
