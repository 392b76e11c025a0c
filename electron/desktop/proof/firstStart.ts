import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { preventable } from './appDouble.ts'
import type { MenuItem } from './electronDouble.ts'
import { heard } from './messageDouble.ts'
import { type Assertion, foreign, openedScene, ours } from './proof.ts'
import { settle } from './scene.ts'

/** The first-start assertions of the desktop room, by their numbers. */
export const firstStart: Record<string, Assertion> = {
  '1 importing main resolves while Electron is not ready': async ({ start }) => {
    // A top-level await hangs here, as `ready` comes only after the module has been evaluated.
    const scene = await Promise.race([start(), hangs()])
    assert.ok(scene, 'main waits for ready at its top level')
    assert.equal(scene.app.ready, false)
    assert.equal(scene.app.windows.length, 0)
  },
  '2 the scheme is registered once, before ready, with exactly the privileges it needs': async ({
    start,
  }) => {
    const { recording } = await start()
    assert.deepEqual(recording.all('protocol.registerSchemesAsPrivileged'), [
      [
        [
          {
            scheme: 'despatch',
            privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
          },
        ],
      ],
    ])
  },
  '3 the sandbox is enabled for every page, before ready': async ({ start }) => {
    const { recording } = await start()
    assert.equal(recording.all('app.enableSandbox').length, 1)
  },
  '4 the folder is made, then told to Electron, then locked': async ({ start }) => {
    // The double refuses a folder that does not exist, as Electron does.
    const { recording } = await start()
    const paths = recording.all('app.setPath')
    assert.deepEqual(paths.map(([name]) => name).sort(), ['sessionData', 'userData'])
    assert.equal(new Set(paths.map(([, path]) => path)).size, 1)
    const last = recording.entries.findLastIndex(entry => entry.what === 'app.setPath')
    assert.ok(last < recording.at('app.requestSingleInstanceLock'))
  },
  '5 on Windows nothing is kept in the roaming folder': async proof => {
    const local = { LOCALAPPDATA: join(process.cwd(), 'out', 'local-app-data') }
    for (const env of [{}, local] as Record<string, string>[]) {
      const scene = await proof.start({ platform: 'win32', env })
      for (const [, path] of scene.recording.all('app.setPath')) {
        assert.doesNotMatch(String(path), /Roaming/)
        assert.match(String(path), 'LOCALAPPDATA' in env ? /local-app-data/ : /AppData.Local/)
      }
      await scene.ready()
      assert.doesNotMatch(JSON.stringify(scene.children[0]?.told('open')), /Roaming/)
    }
  },
  '6 a second instance leaves at once and does nothing': async ({ start }) => {
    const scene = await start({ lock: false })
    await scene.ready()
    assert.deepEqual(scene.recording.all('app.exit'), [[0]])
    assert.equal(scene.recording.entries.at(-1)?.what, 'app.exit')
    assert.deepEqual([scene.app.windows.length, scene.children.length], [0, 0])
  },
  '7 the first instance comes to the front when a second one starts': async proof => {
    const scene = await openedScene(proof)
    scene.window().minimised = true
    const before = scene.recording.entries.length
    scene.app.emit('second-instance', {}, [], '', {})
    const calls = scene.recording.entries.slice(before).map(entry => entry.what)
    assert.deepEqual(calls, ['window.restore', 'window.show', 'window.focus'])
  },
  '8 proxy, permissions and request filter are in force before the first window': async proof => {
    const { recording } = await openedScene(proof)
    const window = recording.at('new BrowserWindow')
    for (const what of [
      'session.setProxy',
      'app.setProxy',
      'app.configureHostResolver',
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.setDevicePermissionHandler',
      'session.webRequest.onBeforeRequest',
      'session.setSpellCheckerEnabled',
    ]) {
      assert.ok(recording.at(what) >= 0 && recording.at(what) < window, what)
    }
    assert.deepEqual(recording.all('session.setProxy'), [[{ mode: 'direct' }]])
    assert.deepEqual(recording.all('app.setProxy'), [[{ mode: 'direct' }]])
    assert.deepEqual(recording.all('app.configureHostResolver'), [[{ secureDnsMode: 'off' }]])
  },
  '9 the scheme is served in the session before anything is loaded': async proof => {
    const { recording } = await openedScene(proof)
    assert.deepEqual(recording.all('session.protocol.handle'), [['despatch']])
    assert.ok(recording.at('session.protocol.handle') < recording.at('window.loadURL'))
  },
  '10 the window loads our own scheme and host': async proof => {
    const { recording } = await openedScene(proof)
    assert.deepEqual(recording.all('window.loadURL'), [[ours]])
  },
  '11 the permission request handler refuses all but the copy buttons, answering once': async proof => {
    const { session } = await openedScene(proof)
    const ask = (permission: string, requestingUrl: string, isMainFrame = true) => {
      const answers: boolean[] = []
      session.permissionRequest?.({}, permission, answer => answers.push(answer), {
        requestingUrl,
        isMainFrame,
      })
      return answers
    }
    assert.deepEqual(ask('clipboard-sanitized-write', ours), [true])
    assert.deepEqual(ask('clipboard-sanitized-write', ours, false), [false])
    for (const url of foreign) assert.deepEqual(ask('clipboard-sanitized-write', url), [false], url)
    for (const permission of permissions) assert.deepEqual(ask(permission, ours), [false], permission)
  },
  '12 the permission check handler refuses the same, without contents too': async proof => {
    const { session } = await openedScene(proof)
    const check = (permission: string, origin: string) =>
      session.permissionCheck?.(null, permission, origin, {})
    assert.equal(check('clipboard-sanitized-write', 'despatch://app'), true)
    for (const url of foreign) assert.equal(check('clipboard-sanitized-write', url), false, url)
    for (const permission of permissions) assert.equal(check(permission, 'despatch://app'), false, permission)
    assert.equal(session.devicePermission?.({ deviceType: 'usb', origin: 'despatch://app' }), false)
  },
  '13 every remote request is cancelled, our own pass': async proof => {
    for (const packaged of [true, false]) {
      const { session } = await openedScene(proof, { packaged })
      const cancelled = (url: string) => {
        const answers: (boolean | undefined)[] = []
        session.beforeRequest?.({ url }, ({ cancel }) => answers.push(cancel))
        assert.equal(answers.length, 1, `${url} was answered ${answers.length} times`)
        return answers[0]
      }
      for (const scheme of ['http', 'https', 'ws', 'wss', 'ftp', 'file', 'chrome', 'chrome-extension']) {
        assert.equal(cancelled(`${scheme}://example.org/a`), true, scheme)
      }
      assert.equal(cancelled('not an address'), true)
      for (const url of [ours, 'blob:despatch://app/1', 'data:text/plain,x'])
        assert.equal(cancelled(url), false, url)
      assert.equal(cancelled('devtools://devtools/bundled/x.js'), packaged)
    }
  },
  '14 the spellchecker that downloads dictionaries is off': async proof => {
    const scene = await openedScene(proof)
    assert.deepEqual(scene.recording.all('session.setSpellCheckerEnabled'), [[false]])
    assert.equal(preferencesOf(scene).spellcheck, false)
  },
  '15 the window is made with exactly these options': async proof => {
    for (const packaged of [true, false]) {
      const scene = await openedScene(proof, { packaged })
      const { preload, ...rest } = preferencesOf(scene)
      assert.deepEqual(rest, {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !packaged,
      })
      assert.ok(isAbsolute(String(preload)) && existsSync(String(preload)), String(preload))
      assert.match(String(preload), /\.cjs$/)
      assert.equal(scene.window().options.show, false)
    }
  },
  '16 the window is shown once, though ready-to-show never comes': async proof => {
    const windows = await proof.start({ platform: 'win32' })
    await windows.ready()
    assert.equal(windows.recording.all('window.show').length, 0)
    windows.clock.pass(3000)
    assert.equal(windows.recording.all('window.show').length, 1)
    windows.window().emit('ready-to-show')
    assert.equal(windows.recording.all('window.show').length, 1)
    const wayland = await openedScene(proof)
    assert.equal(wayland.recording.all('window.show').length, 1)
    wayland.clock.pass(10_000)
    assert.equal(wayland.recording.all('window.show').length, 1)
  },
  '17 a failed load of the page shows the window all the same': async proof => {
    const scene = await proof.start({ platform: 'win32' })
    await scene.ready()
    const fails = (code: number, main: boolean) =>
      scene.window().webContents.emit('did-fail-load', {}, code, '', ours, main)
    fails(-6, false)
    fails(-3, true)
    assert.equal(scene.recording.all('window.show').length, 0)
    fails(-6, true)
    assert.equal(scene.recording.all('window.show').length, 1)
  },
  '18 new windows are denied and four ways of navigating away are prevented': async proof => {
    const { webContents } = (await openedScene(proof)).window()
    for (const url of [ours, ...foreign])
      assert.deepEqual(webContents.openHandler?.({ url }), { action: 'deny' })
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const prevents = (url: string) => {
        const { event, isPrevented } = preventable({ url })
        webContents.emit(name, event)
        return isPrevented()
      }
      for (const url of foreign) assert.equal(prevents(url), true, `${name} to ${url}`)
      assert.equal(prevents(ours), false, name)
    }
    const webview = preventable({})
    webContents.emit('will-attach-webview', webview.event, {}, {})
    assert.equal(webview.isPrevented(), true)
  },
  '19 only the top frame of our own page is given a port, and nothing listens to any other frame':
    async proof => {
      const scene = await openedScene(proof)
      const { webContents } = scene.window()
      const { mainFrame } = webContents
      assert.ok(mainFrame)
      const given = () => {
        const before = scene.recording.all('frame.postMessage').length
        webContents.emit('did-finish-load')
        return scene.recording.all('frame.postMessage').length - before
      }
      assert.equal(given(), 1)
      for (const url of foreign) {
        mainFrame.url = url
        assert.equal(given(), 0, url)
      }
      mainFrame.url = ours
      mainFrame.detached = true
      assert.equal(given(), 0, 'detached')
      mainFrame.detached = false
      mainFrame.parent = {}
      assert.equal(given(), 0, 'child')
      mainFrame.parent = null
      webContents.mainFrame = null
      assert.equal(given(), 0, 'null')
      assert.equal(scene.recording.at('ipcMain.handle'), -1)
      assert.equal(scene.recording.at('ipcMain.on'), -1)
      assert.equal(webContents.listenerCount('ipc-message'), 0)
    },
  '20 a call that cannot be answered gets a fault as data; two windows register no channel': async proof => {
    const scene = await openedScene(proof, { platform: 'darwin' })
    scene.window().close()
    scene.app.emit('activate')
    scene.window().webContents.emit('did-finish-load')
    scene.children[0]?.says({ type: 'failed', message: 'The archive is damaged.' })
    await settle()
    const port = scene.window().webContents.ports.at(-1)
    assert.ok(port)
    const messages = heard(port)
    port.postMessage({ id: 7, name: 'packs.list', input: {} })
    for (const nonsense of [null, 'x', {}, { id: 'x' }]) port.postMessage(nonsense)
    assert.deepEqual(messages.slice(1), [
      {
        id: 7,
        reply: {
          ok: false,
          fault: {
            code: 'host-gone',
            message: (messages[0] as { event: { data: { message: string } } }).event.data.message,
          },
        },
      },
    ])
    assert.equal(scene.recording.entries.filter(({ what }) => what.startsWith('ipcMain')).length, 0)
  },
  '21 the backend is forked after ready, from an absolute path that exists, without standard input':
    async proof => {
      const scene = await proof.start()
      assert.equal(scene.children.length, 0)
      await scene.ready()
      assert.equal(scene.children.length, 1)
      const [backend] = scene.children
      assert.ok(
        backend && isAbsolute(backend.modulePath) && existsSync(backend.modulePath),
        backend?.modulePath,
      )
      assert.equal(backend.options.stdio?.[0], 'ignore')
      assert.ok(!backend.options.stdio?.includes('inherit'))
      assert.equal(backend.messages[0]?.message.type, 'open')
    },
  '22 every load of the page brings a new pair of ports': async proof => {
    const scene = await openedScene(proof)
    const { webContents } = scene.window()
    webContents.emit('did-finish-load')
    const backendEnds = scene.children[0]?.told('page').map(({ ports }) => ports[0])
    assert.equal(backendEnds?.length, 2)
    assert.equal(new Set([...(backendEnds ?? []), ...webContents.ports]).size, 4)
    webContents.ports.forEach((port, index) => {
      assert.equal(port.peer, backendEnds?.[index])
    })
    assert.deepEqual(
      scene.recording.all('frame.postMessage').map(([channel]) => channel),
      ['despatch-port', 'despatch-port'],
    )
  },
  '23 a crash restarts the backend after a growing wait, and not while quitting': async proof => {
    const scene = await openedScene(proof)
    for (const [index, wait] of [250, 1000, 4000].entries()) {
      scene.children.at(-1)?.dies(1)
      scene.clock.pass(wait - 1)
      assert.equal(scene.children.length, index + 1, `too soon after death ${index + 1}`)
      scene.clock.pass(1)
      assert.equal(scene.children.length, index + 2, `not after death ${index + 1}`)
    }
    const quitting = await openedScene(proof)
    quitting.app.quit()
    quitting.children[0]?.dies(1)
    await settle()
    quitting.clock.pass(60_000)
    assert.equal(quitting.children.length, 1)
    const waiting = await openedScene(proof)
    waiting.children[0]?.dies(1)
    waiting.app.quit()
    await settle()
    waiting.clock.pass(60_000)
    assert.equal(waiting.children.length, 1)
  },
  '24 quitting waits for the archive to close, then ends exactly once, also when closing hangs':
    async proof => {
      const scene = await openedScene(proof)
      scene.app.quit()
      scene.app.quit()
      await settle()
      assert.equal(scene.children[0]?.told('close').length, 1)
      assert.equal(scene.recording.all('quit').length, 0)
      scene.children[0]?.dies(0)
      await settle()
      assert.equal(scene.recording.all('quit').length, 1)
      const hung = await openedScene(proof)
      hung.app.quit()
      await settle()
      hung.clock.pass(4999)
      await settle()
      assert.equal(hung.recording.all('quit').length, 0)
      hung.clock.pass(1)
      await settle()
      assert.equal(hung.recording.all('quit').length, 1)
    },
  '25 the menu is set before the window, edits on a Mac, and has no developer tools when packaged':
    async proof => {
      for (const platform of ['linux', 'darwin', 'win32'] as const) {
        const scene = await openedScene(proof, { platform })
        assert.ok(scene.recording.at('Menu.setApplicationMenu') < scene.recording.at('new BrowserWindow'))
        assert.equal(scene.menus.length, 1)
        const menu = scene.menus[0] ?? []
        const labels = menu.map(item => item.label ?? item.role)
        assert.deepEqual(
          labels.filter(label => label !== 'appMenu'),
          ['&File', '&Edit', '&View', '&Window', '&Help'],
        )
        assert.equal(labels[0] === 'appMenu', platform === 'darwin')
        const roles = flat(menu).map(item => item.role)
        for (const role of [
          'undo',
          'redo',
          'cut',
          'copy',
          'paste',
          'selectAll',
          'zoomIn',
          'togglefullscreen',
        ]) {
          assert.ok(roles.includes(role), role)
        }
        for (const role of ['toggleDevTools', 'reload', 'forceReload', 'viewMenu']) {
          assert.ok(!roles.includes(role), role)
        }
      }
    },
}

const hangs = () => new Promise<null>(resolve => setTimeout(resolve, 2000, null))

const permissions = [
  ...['clipboard-read', 'media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'fullscreen'],
  ...['openExternal', 'display-capture', 'fileSystem', 'hid', 'serial', 'usb', 'local-fonts', 'unknown'],
]

const preferencesOf = (scene: { window(): { options: Record<string, unknown> } }) =>
  scene.window().options.webPreferences as Record<string, unknown>

const flat = (items: MenuItem[]): MenuItem[] => items.flatMap(item => [item, ...flat(item.submenu ?? [])])
