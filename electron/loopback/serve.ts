import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newAdmission } from './admission.ts'
import { answer } from './answer.ts'
import { Refusal } from './refusal.ts'
import { route, type Served } from './route.ts'

/** A served backend: where it is, how a person gets in, and how it ends. */
export interface Loopback {
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** A new link that lets one browser in, once. */
  launchUrl(): string
  /** Ends every connection. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1. Throws when the port is taken. A failure nobody foresaw goes to `logError`. */
export async function serve(
  options: Pick<Served, 'backend' | 'archiveFolder' | 'deskFolder'> & {
    /** 0 for any free port. */
    port: number
    logError(error: unknown, context: string): void
  },
): Promise<Loopback> {
  const { logError, port, ...rest } = options
  const admission = newAdmission()
  const server = createServer(async (request, response) => {
    try {
      await route(request, response, { ...rest, admission, host: hostOf(server.address()) })
    } catch (error) {
      // An unread body must not be taken for the next request.
      response.shouldKeepAlive = false
      const refusal = error instanceof Refusal ? error : null
      const left = request.destroyed || response.destroyed
      if (!refusal && !left) logError(error, `${request.method} in the loopback host`)
      if (response.headersSent) response.destroy()
      else {
        const words = refusal?.message ?? 'Something went wrong in Despatch. It was logged on this computer.'
        answer(response, refusal?.status ?? 500, 'text/plain; charset=utf-8', words)
      }
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://${hostOf(server.address())}`
  return {
    url,
    launchUrl: () => `${url}/launch#${admission.newLaunchToken()}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const hostOf = (address: AddressInfo | string | null): string => `127.0.0.1:${(address as AddressInfo).port}`
