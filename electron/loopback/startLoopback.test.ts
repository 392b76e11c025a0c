import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLoopback } from './startLoopback.ts'

let folder: string
let loopback: Awaited<ReturnType<typeof startLoopback>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'despatch-loopback-'))
  const deskFolder = join(folder, 'desk')
  mkdirSync(deskFolder)
  writeFileSync(join(deskFolder, 'index.html'), '<title>Despatch</title>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  loopback = await startLoopback({ archiveFolder: join(folder, 'archive'), deskFolder })
})

afterEach(async () => {
  await loopback.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the launch link', () => {
  test('lets one browser in, once', async () => {
    const link = new URL(loopback.launchUrl())
    expect(link.hash).toMatch(/^#[\w-]{43}$/)
    const first = await exchange(link.hash.slice(1))
    expect(first.status).toBe(200)
    expect(first.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const second = await exchange(link.hash.slice(1))
    expect(second.status).toBe(403)
    expect(second.headers.get('set-cookie')).toBeNull()
  })

  test('is new each time', () => {
    const links = Array.from({ length: 50 }, () => loopback.launchUrl())
    expect(new Set(links).size).toBe(50)
  })

  test('is served by a page that knows no secret', async () => {
    const token = new URL(loopback.launchUrl()).hash.slice(1)
    for (const path of ['/launch', '/launch.js']) {
      const page = await fetch(loopback.url + path)
      expect(page.status).toBe(200)
      expect(await page.text()).not.toContain(token)
    }
  })

  test('closes after ten wrong tokens, while a browser that was let in goes on', async () => {
    const cookie = await admitted()
    const next = loopback.launchUrl()
    for (let i = 0; i < 9; i++) expect((await exchange(`wrong-${i}`)).status).toBe(403)
    expect((await exchange(tokenOf(loopback.launchUrl()))).status).toBe(200)
    expect((await exchange('the tenth')).status).toBe(403)
    expect((await exchange(tokenOf(next))).status).toBe(403)
    expect(await (await exchange(tokenOf(next))).text()).toContain('Too many wrong links')
    expect((await call(cookie, 'archive.status', {})).ok).toBe(true)
  })
})

describe('a browser that was let in', () => {
  test('is given the desk with a strict policy and nothing to keep', async () => {
    const desk = await fetch(`${loopback.url}/`, { headers: { cookie: await admitted() } })
    expect(await desk.text()).toBe('<title>Despatch</title>')
    expect(desk.headers.get('cache-control')).toBe('no-store')
    expect(desk.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(desk.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('makes calls, and is told a fault as data', async () => {
    const cookie = await admitted()
    expect(await call(cookie, 'archive.status', {})).toMatchObject({ ok: true, value: { host: 'loopback' } })
    expect(await call(cookie, 'no.such', {})).toMatchObject({ ok: false, fault: { code: 'unknown-call' } })
  })

  test('cannot make a call that names paths', async () => {
    const reply = await call(await admitted(), 'articles.importPaths', { paths: ['/etc/passwd'] })
    expect(reply.ok).toBe(false)
  })

  test('hears of a change', async () => {
    const cookie = await admitted()
    const events = await fetch(`${loopback.url}/events`, { headers: { cookie } })
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    await call(cookie, 'settings.put', { key: 'theme', value: 'dark' })
    let heard = ''
    for await (const chunk of events.body!.pipeThrough(new TextDecoderStream())) {
      heard += chunk
      if (heard.includes('archive.changed')) break
    }
    const data = heard.split('\n').find(line => line.startsWith('data: '))!
    expect(JSON.parse(data.slice(6))).toEqual({ name: 'archive.changed', data: { topics: ['settings'] } })
  })

  test('puts bytes and gets the same bytes back', async () => {
    const cookie = await admitted()
    const bytes = crypto.getRandomValues(new Uint8Array(65_536))
    const id = await put(cookie, bytes)
    const back = await fetch(`${loopback.url}/bytes/${id}`, { headers: { cookie } })
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes)
  })

  test('is shown a PDF in place, and nothing else', async () => {
    const cookie = await admitted()
    const id = await put(cookie, new TextEncoder().encode('<script>alert(1)</script>'))
    const get = (query: string) => fetch(`${loopback.url}/bytes/${id}?${query}`, { headers: { cookie } })
    const pdf = await get('name=Brief.pdf&type=application/pdf&inline=1')
    expect(pdf.headers.get('content-disposition')).toMatch(/^inline; filename="Brief.pdf"/)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const html = await get('name=a.html&type=text/html&inline=1')
    expect(html.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(html.headers.get('content-type')).toBe('application/octet-stream')
  })

  test('is offered any name without harm', async () => {
    const cookie = await admitted()
    const id = await put(cookie, new Uint8Array([1]))
    const names = [
      'a"b\r\nSet-Cookie: x=1.pdf',
      '../../x.pdf',
      'résumé ☃.pdf',
      '\ud800.pdf',
      '\u202efdp.exe',
      '',
    ]
    for (const name of names) {
      const url = `${loopback.url}/bytes/${id}?name=${encodeURIComponent(name.toWellFormed())}`
      const response = await fetch(url, { headers: { cookie } })
      expect(response.status).toBe(200)
      expect(response.headers.get('set-cookie')).toBeNull()
      const disposition = response.headers.get('content-disposition')!
      expect(disposition).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/,
      )
      expect(decodeURIComponent(disposition.split("''")[1]!)).not.toMatch(/[/\\\u202e\r\n"]/)
    }
  })

  test('cannot send too much', async () => {
    const cookie = await admitted()
    const body = JSON.stringify({ name: 'articles.search', input: { words: 'x'.repeat(33 * 1024 * 1024) } })
    const headers = { cookie, origin: loopback.url, 'content-type': 'application/json' }
    const answered = await fetch(`${loopback.url}/call`, { method: 'POST', headers, body }).then(
      response => response.status,
      // The connection may be closed while we are still sending.
      () => 413,
    )
    expect(answered).toBe(413)
  })

  test('leaves nothing behind when it stops in the middle of a file', async () => {
    const cookie = await admitted()
    const aborted = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      start: controller => controller.enqueue(new Uint8Array(1000)),
    })
    const sending = fetch(`${loopback.url}/bytes`, {
      method: 'POST',
      headers: { cookie, origin: loopback.url },
      body,
      duplex: 'half',
      signal: aborted.signal,
    } as RequestInit)
    const staging = join(folder, 'archive', 'staging')
    await expect.poll(() => staged(staging)).toBe(1)
    aborted.abort()
    await expect(sending).rejects.toThrow()
    await expect.poll(() => staged(staging)).toBe(0)
    expect((await call(cookie, 'archive.status', {})).ok).toBe(true)
  })
})

test('closing ends open event streams', async () => {
  const events = await fetch(`${loopback.url}/events`, { headers: { cookie: await admitted() } })
  await loopback.close()
  await expect(events.text()).rejects.toThrow()
})

const tokenOf = (link: string): string => new URL(link).hash.slice(1)

const exchange = (token: string): Promise<Response> =>
  fetch(`${loopback.url}/session`, {
    method: 'POST',
    headers: { origin: loopback.url, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })

async function admitted(): Promise<string> {
  const response = await exchange(tokenOf(loopback.launchUrl()))
  return response.headers.get('set-cookie')!.split(';')[0]!
}

async function call(cookie: string, name: string, input: unknown): Promise<{ ok: boolean }> {
  const response = await fetch(`${loopback.url}/call`, {
    method: 'POST',
    headers: { cookie, origin: loopback.url, 'content-type': 'application/json' },
    body: JSON.stringify({ name, input }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { ok: boolean }
}

async function put(cookie: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(`${loopback.url}/bytes`, {
    method: 'POST',
    headers: { cookie, origin: loopback.url },
    body: bytes,
  })
  const reply = (await response.json()) as { ok: true; value: { staged: string } }
  return reply.value.staged
}

function staged(stagingFolder: string): number {
  try {
    return readdirSync(stagingFolder).length
  } catch {
    return 0
  }
}
