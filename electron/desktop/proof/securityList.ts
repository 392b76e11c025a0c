import assert from 'node:assert/strict'
import { runInNewContext } from 'node:vm'
import { firstStart } from './firstStart.ts'
import { type Assertion, foreign, openedScene, ours, type Proof } from './proof.ts'

/** Electron's security list (docs/tutorial/security.md), by its numbers. */
export const securityList: Record<string, Assertion> = {
  '1 only our own content is loaded': async proof => {
    const scene = await openedScene(proof)
    assert.deepEqual(scene.recording.all('window.loadURL'), [[ours]])
    await holds('13', proof)
  },
  '2 no page has Node': async proof => {
    const preferences = await webPreferences(proof)
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames']) {
      assert.equal(preferences[name], false, name)
    }
  },
  '3 context isolation is on': async proof => {
    assert.equal((await webPreferences(proof)).contextIsolation, true)
  },
  '4 every process of a page is sandboxed': async proof => {
    assert.equal((await webPreferences(proof)).sandbox, true)
    await holds('3', proof)
    assert.doesNotMatch(proof.mainBundle, /no-sandbox/)
  },
  '5 permissions are refused by both handlers, in every session': async proof => {
    await holds('11', proof)
    await holds('12', proof)
    const scene = await openedScene(proof)
    const { SessionDouble } = await import('./sessionDouble.ts')
    const another = new SessionDouble(scene.recording)
    scene.app.emit('session-created', another)
    assert.equal(another.permissionCheck?.(null, 'media', 'despatch://app', {}), false)
    assert.ok(another.permissionRequest && another.beforeRequest && another.devicePermission)
  },
  '6 web security is on': async proof => {
    assert.equal((await webPreferences(proof)).webSecurity, true)
    assert.doesNotMatch(proof.mainBundle, /disable-web-security|bypassCSP/)
  },
  '7 every page carries a strict content security policy': async proof => {
    const policy = new Map(
      ((await get(proof, ours)).headers.get('content-security-policy') ?? '')
        .split('; ')
        .map(rule => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    )
    const expected = {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    }
    for (const [rule, value] of Object.entries(expected)) assert.equal(policy.get(rule), value, rule)
    for (const value of policy.values()) assert.doesNotMatch(value ?? '', /unsafe|http|\*/)
    assert.equal((await get(proof, ours)).headers.get('x-content-type-options'), 'nosniff')
  },
  '8 insecure content is not allowed': async proof => {
    assert.equal((await webPreferences(proof)).allowRunningInsecureContent, false)
  },
  '9 experimental features are off': async proof => {
    assert.equal((await webPreferences(proof)).experimentalFeatures, false)
    assert.doesNotMatch(proof.mainBundle, /enable-experimental|enable-features/)
  },
  '10 no Blink feature is enabled': async proof => {
    assert.ok(!('enableBlinkFeatures' in (await webPreferences(proof))))
    assert.doesNotMatch(proof.mainBundle, /[Bb]link-?[Ff]eatures/)
  },
  '11 no page may open pop-ups': async proof => {
    assert.doesNotMatch(proof.mainBundle, /allowpopups/i)
    const { webContents } = (await openedScene(proof)).window()
    assert.deepEqual(webContents.openHandler?.({ url: ours }), { action: 'deny' })
  },
  '12 web views are off and prevented': async proof => {
    assert.equal((await webPreferences(proof)).webviewTag, false)
    await holds('18', proof)
  },
  '13 navigation is limited to our own pages': proof => holds('18', proof),
  '14 new windows are denied': proof => holds('18', proof),
  '15 nothing is opened outside but what the app itself saved or brought': async proof => {
    assert.doesNotMatch(proof.mainBundle, /openExternal/)
    const scene = await openedScene(proof)
    const [backend] = scene.children
    for (const path of ['/etc/passwd', 'https://example.org', '\\\\host\\share\\x.exe']) {
      backend?.says({ type: 'files', call: 1, method: 'open', path })
      backend?.says({ type: 'files', call: 2, method: 'reveal', path })
    }
    assert.equal(scene.recording.at('shell.openPath'), -1)
    assert.equal(scene.recording.at('shell.showItemInFolder'), -1)
  },
  '16 Electron is pinned, current, and the one that is packaged': async ({ read }) => {
    const { electron } = JSON.parse(read('package.json')).devDependencies
    assert.match(electron, /^\d+\.\d+\.\d+$/)
    assert.ok(Number(electron.split('.')[0]) >= 45)
    assert.match(read('electron-builder.yml'), new RegExp(`^electronVersion: ${electron}$`, 'm'))
  },
  '17 whoever asks is checked': async proof => {
    await holds('19', proof)
    for (const initiatorOrigin of foreign) {
      assert.equal((await get(proof, ours, { initiatorOrigin })).status, 403, initiatorOrigin)
      assert.equal((await get(proof, staged, { initiatorOrigin })).status, 403, initiatorOrigin)
    }
    assert.equal((await get(proof, ours)).status, 200)
    assert.equal((await get(proof, ours, { initiatorOrigin: 'despatch://app' })).status, 200)
    // The browser itself never asks for bytes: only a page of ours does.
    assert.equal((await get(proof, staged)).status, 403)
    assert.equal((await get(proof, staged, { initiatorOrigin: 'despatch://app' })).status, 404)
  },
  '18 pages come from a scheme of our own, never from files': async proof => {
    assert.doesNotMatch(proof.mainBundle, /file:\/\/|loadFile/)
    await holds('2', proof)
    await holds('9', proof)
  },
  '19 the fuses are set': async ({ read }) => {
    const text = read('electron-builder.yml')
    const block = /^electronFuses:\n((?: .*\n)+)/m.exec(text)?.[1] ?? ''
    const fuses = Object.fromEntries(
      [...block.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, name, on]) => [name, on]),
    )
    assert.deepEqual(fuses, {
      runAsNode: 'false',
      enableCookieEncryption: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
    assert.match(text, /^asar: true$/m)
  },
  '20 nothing of Electron is exposed to a page': async ({ preloadBundle, mainBundle }) => {
    assert.deepEqual(
      [...preloadBundle.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name),
      ['"electron"'],
    )
    assert.doesNotMatch(preloadBundle, /contextBridge|exposeInMainWorld|process|Buffer/)
    assert.ok(preloadBundle.length < 500, 'the preload grows')
    assert.doesNotMatch(mainBundle, /downloadArtifact|ELECTRON_MIRROR/)
    const posted: unknown[][] = []
    const window = createWindow(posted)
    const listeners = new Map<string, (event: unknown) => unknown>()
    const before = Object.keys(window)
    runInNewContext(preloadBundle, {
      window,
      require: (name: string) => {
        assert.equal(name, 'electron')
        return {
          ipcRenderer: {
            on: (channel: string, run: (event: unknown) => void) => listeners.set(channel, run),
          },
        }
      },
    })
    assert.deepEqual([...listeners.keys()], ['despatch-port'])
    const port = {}
    const done = listeners.get('despatch-port')?.({ sender: 'secret', ports: [port] })
    await new Promise(resolve => setImmediate(resolve))
    assert.equal(posted.length, 0, 'a message sent before the page has loaded is lost')
    window.load()
    await done
    assert.equal(posted.length, 1)
    assert.equal(posted[0]?.[0], 'despatch-port')
    assert.deepEqual(posted[0]?.[2], [port])
    assert.deepEqual(Object.keys(window), before)
  },
}

const staged = `despatch://app/bytes/${'0'.repeat(32)}`

/** Another assertion that says the same thing. */
async function holds(number: string, proof: Proof): Promise<void> {
  const found = Object.entries(firstStart).find(([name]) => name.startsWith(`${number} `))
  assert.ok(found)
  await found[1](proof)
}

async function webPreferences(proof: Proof): Promise<Record<string, unknown>> {
  return (await openedScene(proof)).window().options.webPreferences as Record<string, unknown>
}

async function get(proof: Proof, url: string, extra = {}): Promise<Response> {
  const scene = await openedScene(proof)
  const handler = scene.session.schemes.get('despatch')
  assert.ok(handler)
  return handler(Object.assign(new Request(url), extra))
}

function createWindow(posted: unknown[][]) {
  const waiting: (() => void)[] = []
  return {
    addEventListener: (_name: string, run: () => void) => void waiting.push(run),
    postMessage: (...args: unknown[]) => void posted.push(args),
    load: () => {
      for (const run of waiting) run()
    },
  }
}
