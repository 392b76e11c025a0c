import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLoopback } from './startLoopback.ts'

/**
 * 1,000 requests that no page of ours makes, written byte by byte to the socket so that no client library tidies
 * them. Most carry the session of a browser that was let in, as a foreign page's requests in that browser might.
 */

let folder: string
let loopback: Awaited<ReturnType<typeof startLoopback>>
let host: string
let cookie: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'despatch-hostile-'))
  const deskFolder = join(folder, 'desk')
  mkdirSync(join(deskFolder, 'assets'), { recursive: true })
  writeFileSync(join(deskFolder, 'index.html'), '<title>Despatch</title>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  loopback = await startLoopback({ archiveFolder: join(folder, 'archive'), deskFolder })
  host = new URL(loopback.url).host
  const admitted = await raw(post('/session', { token: new URL(loopback.launchUrl()).hash.slice(1) }))
  cookie = /set-cookie: ([^;]+)/i.exec(admitted)![1]!
})

afterAll(async () => {
  await loopback.close()
  rmSync(folder, { recursive: true, force: true })
})

test('of 1,000 hostile requests none is served', async () => {
  // The same requests without their hostile part are served: the refusals below are not for some other reason.
  for (const [method, path] of routes) {
    const answered = await raw(write({ ...honest(), method, path, origin: originFor(method) }))
    expect(answered, `${method} ${path}`).toMatch(/^HTTP\/1\.1 200 /)
  }
  const requests = fc.sample(hostile(), { numRuns: 1000, seed: 20261122 })
  const served: string[] = []
  for (const request of requests) {
    const answered = await raw(request)
    if (/^HTTP\/1\.[01] 2/.test(answered) || answered.includes('secret')) served.push(request.slice(0, 500))
  }
  expect(served).toEqual([])
  // None of it shut out the browser that was let in.
  const after = await raw(write({ ...honest(), method: 'GET', path: '/' }))
  expect(after).toMatch(/^HTTP\/1\.1 200 /)
})

const routes = [
  ['GET', '/'],
  ['GET', '/index.html'],
  ['GET', '/launch'],
  ['GET', '/events'],
  ['POST', '/call'],
  ['POST', '/bytes'],
] as const

interface Raw {
  method: string
  path: string
  hosts: string[]
  origin?: string
  site?: string
  cookie?: string
  more?: string[]
  body: string
}

const honest = (): Raw => ({
  method: 'GET',
  path: '/',
  hosts: [host],
  cookie,
  body: JSON.stringify({ name: 'archive.status', input: {} }),
})

const originFor = (method: string): string | undefined => (method === 'POST' ? `http://${host}` : undefined)

function hostile(): fc.Arbitrary<string> {
  const port = host.split(':')[1]!
  const route = fc
    .constantFrom(...routes)
    .map(([method, path]) => ({ method, path, origin: originFor(method) }))
  const behind = route.filter(({ path }) => path !== '/launch')
  const label = fc.stringMatching(/^[a-z0-9]{1,12}$/)

  const rebound = fc
    .tuple(
      route,
      fc.oneof(
        label.map(name => [`${name}.example:${port}`]),
        fc.constantFrom<string[]>(
          [],
          [''],
          ['127.0.0.1'],
          [`localhost:${port}`],
          [`127.0.0.1.nip.io:${port}`],
          [`0.0.0.0:${port}`],
          [`[::1]:${port}`],
          [`127.1:${port}`],
          [`2130706433:${port}`],
          [`127.0.0.1:${Number(port) - 1}`],
          [`127.0.0.1:${port}`, `127.0.0.1:${port}`],
          [`127.0.0.1:${port}`, 'evil.example'],
          ['evil.example', `127.0.0.1:${port}`],
          [`user@127.0.0.1:${port}`],
        ),
      ),
    )
    .map(([at, hosts]) => ({ ...honest(), ...at, hosts }))

  const foreignOrigin = fc
    .tuple(
      route,
      fc.oneof(
        label.map(name => `https://${name}.example`),
        fc.constantFrom(
          'null',
          '',
          `http://localhost:${port}`,
          `https://127.0.0.1:${port}`,
          'http://127.0.0.1',
          `http://127.0.0.1:${port}.evil.example`,
          `http://127.0.0.1:${port}/`,
          'file://',
          'chrome-extension://abcdefghijklmnop',
        ),
      ),
    )
    .map(([at, origin]) => ({ ...honest(), ...at, origin }))

  const noOrigin = fc.constantFrom('/call', '/bytes', '/session').map(path => ({
    ...honest(),
    method: 'POST',
    path,
  }))

  const crossSite = fc
    .tuple(route, fc.constantFrom('cross-site', 'same-site', 'none, same-origin', 'nonsense', ''))
    .map(([at, site]) => ({ ...honest(), ...at, site }))

  const noSession = fc
    .tuple(
      behind,
      fc.oneof(
        fc.constant(undefined),
        fc.constantFrom(
          '',
          'despatch=',
          `despatch-${port}=`,
          `other-${cookie}`,
          cookie.slice(0, -1),
          `${cookie}x`,
        ),
        fc.stringMatching(/^[\w-]{43}$/).map(session => `despatch-${port}=${session}`),
      ),
    )
    .map(([at, session]) => ({ ...honest(), ...at, cookie: session }))

  const wrongToken = fc
    .oneof(fc.stringMatching(/^[\w-]{0,60}$/), fc.constantFrom(null, 7, [], {}))
    .map(token => ({
      ...honest(),
      cookie: undefined,
      method: 'POST',
      path: '/session',
      origin: `http://${host}`,
      body: JSON.stringify({ token }),
    }))

  const oddMethod = fc
    .tuple(
      fc.constantFrom(
        'PUT',
        'DELETE',
        'PATCH',
        'OPTIONS',
        'HEAD',
        'TRACE',
        'CONNECT',
        'PROPFIND',
        'FOO',
        'get',
        '',
      ),
      route,
    )
    .map(([method, at]) => ({ ...honest(), ...at, method }))

  const wrongWay = fc
    .constantFrom(
      ['POST', '/'],
      ['POST', '/launch'],
      ['POST', '/events'],
      ['POST', '/bytes/x'],
      ['GET', '/call'],
      ['GET', '/session'],
    )
    .map(([method, path]) => ({ ...honest(), method: method!, path: path!, origin: originFor(method!) }))

  const up = fc.constantFrom(
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '....//',
    '%252e%252e%252f',
  )
  const traversal = fc
    .tuple(
      fc.constantFrom('/', '//', '/assets/', '/bytes/', '/launch/', '/%00/'),
      fc.array(up, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        'secret.txt',
        'etc/passwd',
        'archive/archive.sqlite',
        '%00index.html',
        'C:/x.txt',
        '%zz',
      ),
    )
    .map(([start, ups, end]) => ({ ...honest(), path: start + ups.join('') + end }))

  const oddTarget = fc
    .constantFrom(
      'http://evil.example/',
      `http://${'x'.repeat(70)}/`,
      '*',
      'index.html',
      '/ HTTP/0.9 /',
      '?',
      'file:///etc/passwd',
    )
    .map(path => ({ ...honest(), path }))

  const huge = fc
    .tuple(
      route,
      fc.constantFrom('x', 'cookie', 'origin-of-all', 'accept'),
      fc.integer({ min: 20_000, max: 200_000 }),
    )
    .map(([at, name, size]) => ({ ...honest(), ...at, more: [`${name}: ${'a'.repeat(size)}`] }))

  const notJson = fc
    .constantFrom('{', '', 'null', '[]', '{"name":"archive.status"}x', '\u0000', '{"name":1,"input":{}}')
    .map(body => ({ ...honest(), method: 'POST', path: '/call', origin: `http://${host}`, body }))

  const smuggled = fc
    .constantFrom('Transfer-Encoding: chunked', 'Content-Length: 5', 'Transfer-Encoding: chunked, identity')
    .map(header => ({ ...honest(), method: 'POST', path: '/call', origin: `http://${host}`, more: [header] }))

  return fc
    .oneof(
      rebound,
      foreignOrigin,
      noOrigin,
      crossSite,
      noSession,
      wrongToken,
      oddMethod,
      wrongWay,
      traversal,
      oddTarget,
      huge,
      notJson,
      smuggled,
    )
    .map(write)
}

function write(request: Raw): string {
  const withBody = request.method !== 'GET'
  const lines = [
    `${request.method} ${request.path} HTTP/1.1`,
    ...request.hosts.map(name => `Host: ${name}`),
    request.origin !== undefined && `Origin: ${request.origin}`,
    request.site !== undefined && `Sec-Fetch-Site: ${request.site}`,
    request.cookie !== undefined && `Cookie: ${request.cookie}`,
    withBody && 'Content-Type: application/json',
    withBody && `Content-Length: ${Buffer.byteLength(request.body)}`,
    ...(request.more ?? []),
    'Connection: close',
  ].filter(line => line !== false)
  return `${lines.join('\r\n')}\r\n\r\n${withBody ? request.body : ''}`
}

const post = (path: string, body: unknown): string =>
  write({ method: 'POST', path, hosts: [host], origin: `http://${host}`, body: JSON.stringify(body) })

/** What comes back: until the far side ends, or, for a stream of events, until its head is there. */
function raw(request: string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', chunk => {
      text += chunk
      if (text.includes('text/event-stream')) socket.destroy()
    })
    // A refusal may close the connection while a huge header is still on its way: what was read counts.
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    // A server that waits for more of a malformed request has not served it.
    socket.setTimeout(2000, () => socket.destroy())
    socket.write(request)
  })
}
