import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { preventable } from './appDouble.ts'
import { type Assertion, openedScene, type Proof } from './proof.ts'
import type { Scene } from './scene.ts'

/** What comes in and goes out: pages, bytes, saved files, the network, a debugger, the environment. */
export const doors: Record<string, Assertion> = {
  'the page and its assets are served with their types, and nothing else is': async proof => {
    const ask = await asker(proof)
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/index.html?x=1', 'text/html; charset=utf-8'],
      ['/assets/index.js', 'text/javascript; charset=utf-8'],
    ]) {
      const response = await ask(path ?? '')
      assert.equal(response.status, 200, path)
      assert.equal(response.headers.get('content-type'), type)
    }
    for (const path of escapes) assert.equal((await ask(path)).status, 404, path)
    assert.equal((await ask('/', { method: 'POST' })).status, 405)
    const elsewhere = await ask.whole('despatch://other/index.html')
    assert.equal(elsewhere.status, 404)
  },
  'no path of any shape leads out of the page’s folder': async proof => {
    const ask = await asker(proof)
    const up = fc.constantFrom('..', '..', '%2e%2e', '%2E.', '.', 'assets', '%c0%ae')
    const between = fc.constantFrom('%2f', '%2f', '%2F', '/', '%5c', '\\', '%00', ':', '%')
    const last = fc.constantFrom('secret.json', 'secret%2ejson', 'index.js.bak')
    const piece = fc.tuple(up, between).map(([a, b]) => a + b)
    const path = fc
      .tuple(fc.array(piece, { maxLength: 4 }), last)
      .map(([pieces, end]) => pieces.join('') + end)
    await fc.assert(
      fc.asyncProperty(path, async path => assert.equal((await ask(`/${path}`)).status, 404)),
      { numRuns: 1000 },
    )
  },
  'bytes go in by one door and come back by the other, to the byte': async proof => {
    const ask = await asker(proof)
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256)
    const staged = await ask.put(bytes)
    assert.match(staged, /^[0-9a-f]{32}$/)
    const response = await ask(
      `/bytes/${staged}?name=${encodeURIComponent('Note "é"\r\nX: 1.pdf')}&type=application/pdf`,
    )
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes)
    assert.equal(response.headers.get('content-type'), 'application/pdf')
    assert.match(
      response.headers.get('content-disposition') ?? '',
      /^attachment; filename\*=UTF-8''[\w%.~-]+$/,
    )
    assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'$/)
  },
  'a stranger’s page is never given as a page': async proof => {
    const ask = await asker(proof)
    const staged = await ask.put(new TextEncoder().encode('<script>alert(1)</script>'))
    for (const type of ['text/html', 'image/svg+xml', 'text/javascript', 'application/xhtml+xml', '']) {
      const response = await ask(`/bytes/${staged}?type=${encodeURIComponent(type)}&inline=1`)
      assert.equal(response.headers.get('content-type'), 'application/octet-stream', type)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    }
  },
  'only a staged id is looked up, whatever is asked': async proof => {
    const ask = await asker(proof)
    const archive = archiveOf(ask.scene)
    await ask.put(new Uint8Array(1))
    writeFileSync(join(archive, 'despatch.sqlite'), 'secret')
    const piece = fc.constantFrom(
      '..',
      '%2e%2e',
      '/',
      '%2f',
      '%5c',
      'staging',
      'despatch.sqlite',
      '0'.repeat(32),
      'g',
      '',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async pieces => {
        const response = await ask(`/bytes/${pieces.join('')}`)
        assert.notEqual(await response.text(), 'secret')
      }),
      { numRuns: 200 },
    )
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      assert.equal((await ask('/bytes', { method })).status, 405)
    }
  },
  'a file is saved where the person says, whole, and only then can be opened or shown': async proof => {
    const scene = await openedScene(proof)
    const archive = archiveOf(scene)
    const ask = await asker(proof, scene)
    const staged = await ask.put(new TextEncoder().encode('%PDF'))
    const path = join(scene.home, 'Note.pdf')
    scene.answers.saveDialog.push({ canceled: false, filePath: path })
    const call = caller(scene)
    const stagedPath = join(archive, 'staging', staged)
    assert.deepEqual(await call({ method: 'saveAs', stagedPath, proposedName: 'No/te:.pdf' }), {
      ok: true,
      value: path,
    })
    assert.equal(readFileSync(path, 'utf8'), '%PDF')
    assert.deepEqual(
      readdirSync(scene.home).filter(name => name.endsWith('.part')),
      [],
    )
    const [[options]] = scene.recording.all('dialog.showSaveDialog') as [[{ defaultPath: string }]]
    assert.match(options.defaultPath, /documents.No te \.pdf$/)
    await call({ method: 'open', path })
    await call({ method: 'reveal', path })
    assert.deepEqual(scene.recording.all('shell.openPath'), [[path]])
    assert.deepEqual(scene.recording.all('shell.showItemInFolder'), [[path]])
    scene.answers.saveDialog.push({ canceled: true, filePath: '' })
    assert.deepEqual(await call({ method: 'saveAs', stagedPath, proposedName: 'b.pdf' }), {
      ok: true,
      value: null,
    })
    const [, [again]] = scene.recording.all('dialog.showSaveDialog') as [unknown, [{ defaultPath: string }]]
    assert.equal(again.defaultPath, join(scene.home, 'b.pdf'), 'the folder is remembered')
  },
  'nothing but a staged file is ever copied out, and never as a program': async proof => {
    const scene = await openedScene(proof)
    const ask = await asker(proof, scene)
    const call = caller(scene)
    scene.answers.saveDialog.push({ canceled: false, filePath: join(scene.home, 'out.pdf') })
    const refused = await call({
      method: 'saveAs',
      stagedPath: join(scene.home, 'app', 'secret.json'),
      proposedName: 'a.pdf',
    })
    assert.equal(refused.ok, false)
    assert.equal(existsSync(join(scene.home, 'out.pdf')), false)
    const stagedPath = await ask.put(new Uint8Array(1))
    scene.answers.saveDialog.unshift({ canceled: false, filePath: join(scene.home, 'run.bat') })
    const saved = await call({ method: 'saveAs', stagedPath, proposedName: 'a.pdf' })
    assert.deepEqual(saved, { ok: true, value: join(scene.home, 'run.bat.pdf') })
  },
  'a file that cannot be written is a fault in words, and what stood there stays': async proof => {
    const scene = await openedScene(proof)
    const ask = await asker(proof, scene)
    const stagedPath = await ask.put(new Uint8Array(1))
    scene.answers.saveDialog.push({ canceled: false, filePath: join(scene.home, 'missing', 'a.pdf') })
    const reply = await caller(scene)({ method: 'saveAs', stagedPath, proposedName: 'a.pdf' })
    assert.equal(reply.ok, false)
    assert.match(reply.fault?.message ?? '', /Nothing was changed/)
  },
  'only our own bytes are downloaded': async proof => {
    const { session } = await openedScene(proof)
    const prevented = (url: string) => {
      const { event, isPrevented } = preventable()
      session.emit('will-download', event, { getURL: () => url })
      return isPrevented()
    }
    assert.equal(prevented('despatch://app/bytes/0?name=a'), false)
    assert.equal(prevented('blob:despatch://app/1'), false)
    for (const url of ['https://example.org/a', 'blob:https://example.org/1', 'data:text/html,x', 'blob:']) {
      assert.equal(prevented(url), true, url)
    }
  },
  'the network is switched off before ready': async ({ start }) => {
    const { recording } = await start()
    const switches = recording.all('app.commandLine.appendSwitch')
    const names = switches.map(([name]) => name)
    for (const name of [
      ...['no-proxy-server', 'disable-background-networking', 'disable-component-update'],
      ...['disable-sync', 'disable-domain-reliability'],
    ]) {
      assert.ok(names.includes(name), name)
    }
    assert.deepEqual(
      switches.find(([name]) => name === 'host-resolver-rules'),
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    )
    assert.deepEqual(
      switches.filter(([name]) => name === 'disable-features'),
      [['disable-features', 'OptimizationHints,NetworkTimeServiceQuerying,AutofillServerCommunication']],
    )
  },
  'WebRTC sends nothing past a proxy that is not there': async proof => {
    const { recording } = await openedScene(proof)
    assert.deepEqual(recording.all('contents.setWebRTCIPHandlingPolicy'), [['disable_non_proxied_udp']])
  },
  'main speaks to no network by itself': async ({ mainBundle }) => {
    assert.doesNotMatch(
      mainBundle,
      /node:(https?|net|tls|dgram|http2)"|\bfetch\(|crashReporter|autoUpdater|\bnet\b,/,
    )
  },
  'an installed app that is being debugged ends': async ({ start }) => {
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) {
      const scene = await start({ switches: [name] })
      await scene.ready()
      assert.deepEqual(scene.recording.all('app.exit'), [[1]])
      assert.equal(scene.app.windows.length, 0)
      const development = await start({ switches: [name], packaged: false })
      await development.ready()
      assert.equal(development.app.windows.length, 1)
    }
  },
  'the environment moves the archive in development and not when installed': async ({ start }) => {
    const chosen = join(process.cwd(), 'out', 'chosen-archive')
    for (const packaged of [true, false]) {
      const scene = await start({ packaged, env: { DESPATCH_ARCHIVE: chosen } })
      await scene.ready()
      assert.equal(archiveOf(scene) === chosen, !packaged)
      const folder = scene.recording.all('app.setPath')[0]?.[1]
      assert.equal(folder === `${chosen}-desktop`, !packaged)
    }
  },
  'the place on the screen is remembered, unless it is off every display': async proof => {
    const scene = await openedScene(proof)
    scene.window().close()
    scene.app.emit('activate')
    assert.equal(scene.window().options.width, 1200)
    scene.window().getNormalBounds = () => ({ x: 5000, y: 20, width: 700, height: 800 })
    scene.window().close()
    scene.app.emit('activate')
    assert.equal(scene.window().options.width, 1440)
    assert.equal(existsSync(join(dirname(archiveOf(scene)), 'desk.json')), true)
  },
  'the context menu offers what can be done and is never empty': async proof => {
    const scene = await openedScene(proof)
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
    const open = (isEditable: boolean, selectionText: string) =>
      scene.window().webContents.emit('context-menu', {}, { isEditable, selectionText, editFlags })
    open(false, '')
    assert.equal(scene.popups.length, 0)
    open(false, 'words')
    open(true, '')
    assert.deepEqual(
      scene.popups.map(items => items.map(item => item.role).filter(Boolean)),
      [['copy'], ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']],
    )
  },
}

const escapes = [
  ...['/../secret.json', '/%2e%2e%2fsecret.json', '/..%2f..%2fsecret.json', '/..%5c..%5csecret.json'],
  ...[
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2f..%2fsecret.json',
    '/C:/secret.json',
    '/index.html%00.js',
    '/assets/index.js.bak',
  ],
  ...['/assets', '/assets/', '/missing.js', '/%', '//secret.json', '/secret.json', '/index'],
]

async function asker(proof: Proof, scene?: Scene) {
  const opened = scene ?? (await openedScene(proof))
  const whole = async (url: string, init?: RequestInit): Promise<Response> => {
    const handler = opened.session.schemes.get('despatch')
    assert.ok(handler)
    const request = new Request(url, init)
    return handler(Object.assign(request, { initiatorOrigin: 'despatch://app' }))
  }
  const ask = (path: string, init?: RequestInit) => whole(`despatch://app${path}`, init)
  const put = async (bytes: Uint8Array): Promise<string> => {
    const response = await ask('/bytes', { method: 'POST', body: new Uint8Array(bytes) })
    return ((await response.json()) as { value: { staged: string } }).value.staged
  }
  return Object.assign(ask, { whole, put, scene: opened })
}

const archiveOf = (scene: Scene): string => String(scene.children[0]?.told('open')[0]?.message.archiveFolder)

interface FilesReply {
  ok: boolean
  value?: string | null
  fault?: { message: string }
}

/** Speaks as the backend does when it wants a file saved, opened or shown. */
function caller(scene: Scene): (call: Record<string, unknown>) => Promise<FilesReply> {
  let last = 0
  return async call => {
    last += 1
    scene.children[0]?.says({ type: 'files', call: last, ...call })
    for (let turn = 0; turn < 1000; turn++) {
      const done = scene.children[0]?.told('files.done').find(({ message }) => message.call === last)
      if (done) return done.message.reply as FilesReply
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    throw new Error('no reply')
  }
}
