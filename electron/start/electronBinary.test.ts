import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { electronBinary, fetchElectron } from './electronBinary.ts'

afterEach(() => vi.unstubAllEnvs())

describe.skipIf(electronBinary())('where the Electron binary is absent', () => {
  test('fetching ends when nothing arrives', async () => {
    const asked: (string | undefined)[] = []
    // Takes the request and never answers, as some departmental proxies do.
    const silent = createServer(request => void asked.push(request.url))
    const mirror = await listening(silent)
    fetchFrom(mirror)
    expect(await fetchElectron(1500)).toBe('its download made no progress')
    expect(asked.length).toBeGreaterThan(0)
    silent.closeAllConnections()
    silent.close()
  })

  test('fetching ends at once when it is refused', async () => {
    const refusing = createServer((_request, response) => response.writeHead(403).end())
    fetchFrom(await listening(refusing))
    expect(await fetchElectron()).toBe('its binary cannot be reached from this network')
    refusing.close()
  })
})

function fetchFrom(mirror: string): void {
  vi.stubEnv('npm_config_electron_mirror', mirror)
  vi.stubEnv('ELECTRON_MIRROR', mirror)
  vi.stubEnv('electron_config_cache', '/nonexistent')
}

const listening = (server: ReturnType<typeof createServer>): Promise<string> =>
  new Promise(resolve => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    )
  })
