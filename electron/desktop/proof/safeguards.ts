// biome-ignore-all format: a table is read by its rows
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text

/** A safeguard, how to take it away, and the first words of the assertions that must then fail. */
export interface Safeguard {
  name: string
  /** A source file of the desktop room, or a path from the root of the project. */
  file: string
  /** Must be in the file exactly once. */
  find: string
  replace: string
  fails: string[]
}

type Row = [name: string, find: string, replace: string, ...fails: string[]]

const of = (file: string, rows: Row[]): Safeguard[] =>
  rows.map(([name, find, replace, ...fails]) => ({ name, file, find, replace, fails }))

/** Everything that protects the app or its start. What is taken away here must be missed by the assertions named. */
export const safeguards: Safeguard[] = [
  ...of('main.ts', [
    ['leaving when the lock is lost', 'else if (!app.requestSingleInstanceLock()) app.exit(0)', 'else if (!app.requestSingleInstanceLock() && false) app.exit(0)', 'first start: 6'],
    ['taking the lock', '!app.requestSingleInstanceLock()', 'false', 'first start: 6'],
    ['leaving under a debugger', 'if (isBeingDebugged()) app.exit(1)', 'if (false) app.exit(1)', 'doors: an installed app'],
    ['hardening every session', "  app.on('session-created', hardenSession)\n", '', 'security list: 5'],
    ['hardening the first session', '      hardenSession(session.defaultSession)\n', '', 'first start: 8', 'first start: 11', 'first start: 13'],
    ['guarding every page', "  app.on('web-contents-created', (_event, contents) => guardContents(contents))\n", '', 'first start: 18'],
    ['serving the scheme', '      serveApp(session.defaultSession, paths)\n', '', 'first start: 9'],
    ['waiting for the network to be silent', '      await silenceNetwork(session.defaultSession)\n', '', 'first start: 8'],
    ['our own menu', '      setMenu(paths, preferences)\n', '', 'first start: 25'],
    ['coming to the front', '    if (window) raiseDesk(window)\n    else ', '    ', 'first start: 7'],
    ['closing the archive before the end', '  closeBeforeQuit(() => backend?.close() ?? Promise.resolve())\n', '', 'first start: 24'],
    ['one window on a Mac', ' && BrowserWindow.getAllWindows().length === 0) open', ') open', 'repair: on a Mac'],
    ['outliving the window on a Mac only', "if (process.platform !== 'darwin') app.quit()", 'app.quit()', 'repair: on a Mac'],
    ['saying that the start failed', '    .catch(fatal)', '    .catch(() => {})', 'repair: a failed start'],
    ['never waiting for ready at the top', '  void app\n', '  await app\n', 'first start: 1'],
  ]),
  ...of('beforeReady.ts', [
    ['the sandbox for every page', '  app.enableSandbox()\n', '', 'first start: 3'],
    ['a scheme with relative addresses', 'standard: true, ', '', 'first start: 2'],
    ['a secure scheme', 'secure: true, ', '', 'first start: 2'],
    ['a scheme that can be fetched', 'supportFetchAPI: true, ', '', 'first start: 2'],
    ['a scheme under the policy', 'codeCache: true', 'codeCache: true, bypassCSP: true', 'first start: 2', 'security list: 6'],
    ['no looking for a proxy', "  ['no-proxy-server'],\n", '', 'doors: the network is switched off'],
    ['no name service', "  ['host-resolver-rules', 'MAP * ~NOTFOUND'],\n", '', 'doors: the network is switched off'],
    ['no background traffic', "  ['disable-background-networking'],\n", '', 'doors: the network is switched off'],
    ['no component updates', "  ['disable-component-update'],\n", '', 'doors: the network is switched off'],
    ['no synchronisation', "  ['disable-sync'],\n", '', 'doors: the network is switched off'],
    ['no domain reports', "  ['disable-domain-reliability'],\n", '', 'doors: the network is switched off'],
    ['no hints, clocks or form servers', "  ['disable-features', 'OptimizationHints,NetworkTimeServiceQuerying,AutofillServerCommunication'],\n", '', 'doors: the network is switched off'],
    ['a debugger’s port', "['remote-debugging-port', 'remote-debugging-pipe']", "['remote-debugging-pipe']", 'doors: an installed app'],
    ['a debugger’s pipe', "['remote-debugging-port', 'remote-debugging-pipe']", "['remote-debugging-port']", 'doors: an installed app'],
  ]),
  ...of('paths.ts', [
    ['making the folder first', '  mkdirSync(userData, { recursive: true })\n', '', 'first start: 4'],
    ['a folder for the app', "  app.setPath('userData', userData)\n", '', 'first start: 4'],
    ['a folder for the session', "  app.setPath('sessionData', userData)\n", '', 'first start: 4'],
    ['the local folder of Windows', "  if (process.platform !== 'win32') return app.getPath('appData')\n", "  if (process.platform) return app.getPath('appData')\n", 'first start: 5'],
    ['an installed app ignores the environment', 'app.isPackaged ? undefined : process.env', 'process.env', 'doors: the environment'],
  ]),
  ...of('hardenSession.ts', [
    ['refusing permissions', 'answer(permitted.has(permission) && details.isMainFrame && isOurs(details.requestingUrl))', 'answer(true)', 'first start: 11'],
    ['only the top frame asks', ' && details.isMainFrame', '', 'first start: 11'],
    ['only our page asks', ' && isOurs(details.requestingUrl)', '', 'first start: 11'],
    ['the copy buttons', "new Set(['clipboard-sanitized-write'])", 'new Set()', 'first start: 11', 'first start: 12'],
    ['nothing but the copy buttons', "new Set(['clipboard-sanitized-write'])", "new Set(['clipboard-sanitized-write', 'media'])", 'first start: 11', 'first start: 12'],
    ['the check handler', 'permitted.has(permission) && isOurs(origin)', 'true', 'first start: 12', 'security list: 5'],
    ['the check of the origin', 'permitted.has(permission) && isOurs(origin)', 'permitted.has(permission)', 'first start: 12'],
    ['refusing devices', 'session.setDevicePermissionHandler(() => false)', 'session.setDevicePermissionHandler(() => true)', 'first start: 12'],
    ['cancelling remote requests', 'answer({ cancel: !isLocal(details.url) })', 'answer({ cancel: false })', 'first start: 13', 'security list: 1'],
    ['no spelling dictionaries from a network', 'session.setSpellCheckerEnabled(false)', 'session.setSpellCheckerEnabled(true)', 'first start: 14'],
    ['the session’s direct connections', "  await session.setProxy({ mode: 'direct' })\n", '', 'first start: 8'],
    ['the app’s direct connections', "  await app.setProxy({ mode: 'direct' })\n", '', 'first start: 8'],
    ['no secure name service', "  app.configureHostResolver({ secureDnsMode: 'off' })\n", '', 'first start: 8'],
    ['no developer tools when installed', "if (protocol === 'devtools:') return !app.isPackaged", "if (protocol === 'devtools:') return true", 'first start: 13'],
    ['no foreign downloads', 'if (!isOurDownload(item.getURL())) event.preventDefault()', '', 'doors: only our own bytes'],
  ]),
  ...of('origin.ts', [
    ['our own host', ' && host === HOST', '', 'first start: 11', 'first start: 18'],
    ['our own scheme', 'protocol === `${SCHEME}:` && ', '', 'first start: 11', 'first start: 18'],
    ['no user in the address', " && username === ''", '', 'first start: 18'],
    ['nothing by default', '"default-src \'none\'"', '"default-src *"', 'security list: 7'],
    ['no inline script', '"script-src \'self\'"', '"script-src \'self\' \'unsafe-inline\'"', 'security list: 7'],
    ['no connections', '"connect-src \'self\'"', '"connect-src https:"', 'security list: 7'],
    ['no other base', '  "base-uri \'none\'",\n', '', 'security list: 7'],
    ['no form targets', '  "form-action \'none\'",\n', '', 'security list: 7'],
    ['no framing', '  "frame-ancestors \'none\'",\n', '', 'security list: 7'],
  ]),
  ...of('guardContents.ts', [
    ['no new windows', "{ action: 'deny' }", "{ action: 'allow' }", 'first start: 18', 'security list: 11', 'security list: 14'],
    ['no navigating away', "  contents.on('will-navigate', stayHome)\n", '', 'first start: 18', 'security list: 13'],
    ['no navigating away in a frame', "  contents.on('will-frame-navigate', stayHome)\n", '', 'first start: 18'],
    ['no redirection away', "  contents.on('will-redirect', stayHome)\n", '', 'first start: 18'],
    ['no web views', "  contents.on('will-attach-webview', event => event.preventDefault())\n", '', 'first start: 18', 'security list: 12'],
    ['no traffic by WebRTC', "  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')\n", '', 'doors: WebRTC'],
    ['preventing it', '  if (!isOurs(details.url)) details.preventDefault()\n', '', 'first start: 18'],
  ]),
  ...of('deskWindow.ts', [
    ['the sandbox', 'sandbox: true', 'sandbox: false', 'first start: 15', 'security list: 4'],
    ['context isolation', 'contextIsolation: true', 'contextIsolation: false', 'first start: 15', 'security list: 3'],
    ['no Node', 'nodeIntegration: false', 'nodeIntegration: true', 'first start: 15', 'security list: 2'],
    ['no Node in workers', 'nodeIntegrationInWorker: false', 'nodeIntegrationInWorker: true', 'security list: 2'],
    ['no Node in frames', 'nodeIntegrationInSubFrames: false', 'nodeIntegrationInSubFrames: true', 'security list: 2'],
    ['web security', 'webSecurity: true', 'webSecurity: false', 'security list: 6'],
    ['no insecure content', 'allowRunningInsecureContent: false', 'allowRunningInsecureContent: true', 'security list: 8'],
    ['no experiments', 'experimentalFeatures: false', 'experimentalFeatures: true', 'security list: 9'],
    ['no Blink features', 'experimentalFeatures: false', "experimentalFeatures: false, enableBlinkFeatures: 'X'", 'security list: 10', 'first start: 15'],
    ['no web view tag', 'webviewTag: false', 'webviewTag: true', 'security list: 12'],
    ['no navigation by dropping', 'navigateOnDragDrop: false', 'navigateOnDragDrop: true', 'first start: 15'],
    ['no built-in spelling', 'spellcheck: false', 'spellcheck: true', 'first start: 14'],
    ['no developer tools', 'devTools: !app.isPackaged', 'devTools: true', 'first start: 15'],
    ['the preload', "'preload.cjs'", "'preload.js'", 'first start: 15'],
    ['a window hidden until it is ready', 'show: false', 'show: true', 'first start: 15'],
    ['a window that is shown', '  showOnce(window, preferences.get().maximised === true)\n', '', 'first start: 16', 'first start: 17'],
    ['a port for every load', "window.webContents.on('did-finish-load', () =>", "window.webContents.once('did-finish-load', () =>", 'first start: 22'],
    ['our own address', 'window.loadURL(HOME)', "window.loadURL('https://example.org/')", 'first start: 10', 'security list: 1'],
    ['a page that recovers', '  recoverPage(window)\n', '', 'repair: a page whose process dies', 'repair: a page that does not answer'],
    ['restoring a minimised window', '  if (window.isMinimized()) window.restore()\n', '', 'first start: 7'],
  ]),
  ...of('showOnce.ts', [
    ['not waiting for ever', 'const timer = setTimeout(show, PATIENCE)', 'const timer = setTimeout(() => {}, PATIENCE)', 'first start: 16'],
    ['showing once', 'if (shown || window.isDestroyed()) return', 'if (window.isDestroyed()) return', 'first start: 16'],
    ['showing on Wayland', "  if (process.platform === 'linux') window.webContents.once('did-finish-load', show)\n", '', 'first start: 16'],
    ['showing after a failed load', '    if (isMainFrame && code !== ABORTED) show()\n', '', 'first start: 17'],
    ['not showing for a frame', 'isMainFrame && ', '', 'first start: 17'],
  ]),
  ...of('serveApp.ts', [
    ['refusing foreign askers', '  if (initiatorOrigin !== undefined && !asked) return refuse(403)\n', '', 'security list: 17'],
    ['bytes for our pages only', '    if (!asked) return refuse(403)\n', '', 'security list: 17'],
    ['our own host', '  if (!isOurs(request.url)) return refuse(404)\n', '', 'doors: the page and its assets'],
    ['reading only', "return request.method === 'GET' ? pageFile(paths.renderer, pathname) : refuse(405)", 'return pageFile(paths.renderer, pathname)', 'doors: the page and its assets'],
    ['no other methods on bytes', "if (request.method === 'GET')", 'if (request.method)', 'doors: only a staged id'],
  ]),
  ...of('pageFile.ts', [
    ['staying in the folder', "inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file", 'file', 'doors: the page and its assets', 'doors: no path of any shape'],
    ['known types only', 'if (!file || !type)', 'if (!file)', 'doors: the page and its assets'],
    ['a policy on every page', "        'content-security-policy': CONTENT_SECURITY_POLICY,\n", '', 'security list: 7'],
    ['no guessing of types', "        'x-content-type-options': 'nosniff',\n", '', 'security list: 7'],
    ['no broken encodings', '  } catch {\n    return null\n  }', '  } catch (error) {\n    throw error\n  }', 'doors: the page and its assets'],
  ]),
  ...of('bytesDoor.ts', [
    ['harmless types only', "harmless.has(type) ? type : 'application/octet-stream'", 'type', 'doors: a stranger’s page'],
    ['bytes in a sandbox', '      \'content-security-policy\': "sandbox; default-src \'none\'",\n', '', 'doors: bytes go in'],
    ['no guessing of types', "      'x-content-type-options': 'nosniff',\n", '', 'doors: a stranger’s page'],
    ['a name that cannot break out', "encodeURIComponent((query.get('name') ?? 'file').slice(0, 200).toWellFormed())", "(query.get('name') ?? 'file')", 'doors: bytes go in'],
  ]),
  ...of('electron/backend/staging.ts', [
    ['ids and never paths', '  if (!stagedName.test(id)) return null\n', '', 'doors: only a staged id'],
  ]),
  ...of('hostFiles.ts', [
    ['opening only what was saved', '!saved.has(call.path) || ', '', 'security list: 15'],
    ['copying only what is staged', 'findStaged(archive, basename(stagedPath))', '{ path: stagedPath }', 'doors: nothing but a staged file'],
    ['the ending that was proposed', '    if (!existsSync(filePath + ending)) return filePath + ending\n', '    if (!existsSync(filePath + ending)) return filePath\n', 'doors: nothing but a staged file'],
    ['a name for any system', 'name.replace(/[\\\\/:*?"<>|\\0-\\x1f]/g, \' \')', 'name', 'doors: a file is saved'],
    ['nothing left beside it', 'await rename(part, to)', 'await copyFile(part, to)', 'doors: a file is saved'],
  ]),
  ...of('backendSupervisor.ts', [
    ['noticing the death', "    born.once('exit', code => {\n      jobs.killAll()\n", "    born.once('spawn', () => {\n      const code = 0\n", 'repair: a backend that dies', 'first start: 23'],
    ['ending its jobs', '      jobs.killAll()\n', '', 'repair: jobs die with'],
    ['telling every window', '      if (news) for (const window of BrowserWindow.getAllWindows()) connect(window.webContents, news)\n', '', 'repair: a backend that dies'],
    ['saying what happened', "    if (news) port1.postMessage({ event: { name: 'host.backend', data: news } })\n", '', 'repair: a backend that dies', 'repair: after the last attempt'],
    ['starting another', 'else timer = setTimeout(() => start({ restarted: true, message: restarted }), wait)', '', 'repair: a backend that dies', 'first start: 23'],
    ['waiting longer each time', 'const BACK_OFF = [250, 1000, 4000]', 'const BACK_OFF = [250, 250, 250]', 'first start: 23'],
    ['an end to trying', 'const wait = BACK_OFF[deaths++]', 'const wait = BACK_OFF[0]', 'repair: after the last attempt'],
    ['forgiving after a minute', '        deaths = 0\n      }, CALM)', '      }, CALM)', 'repair: a backend that ran a minute'],
    ['no restart while quitting', '      if (closing) return\n', '', 'first start: 23'],
    ['no restart after quitting', '    closing = true\n    clearTimeout(timer)\n', '    closing = true\n', 'first start: 23'],
    ['asking the person', 'if (wait === undefined) void fail(stopped)', 'if (wait === undefined) failure = stopped', 'repair: after the last attempt'],
    ['saying that the archive did not open', "      else if (message.type === 'failed') void fail(message.message)\n", '', 'first start: 20', 'repair: a person who quits'],
    ['a port for the top frame only', 'frame.parent || ', '', 'first start: 19'],
    ['no port for a frame that is gone', '!frame || frame.detached || ', '', 'first start: 19'],
    ['no port for a detached frame', 'frame.detached || ', '', 'first start: 19'],
    ['no port for a foreign page', ' || !isOurs(frame.url)', '', 'first start: 19'],
    ['an answer when there is no backend', 'else deadEnd(port1, failure ?? stopped)', '', 'first start: 20'],
    ['no standard input', "stdio: ['ignore', 'ignore', 'pipe']", "stdio: ['inherit', 'inherit', 'pipe']", 'first start: 21'],
    ['waiting for the archive to close', "open.once('exit', () => resolve())", 'resolve()', 'first start: 24'],
    ['closing the archive', "      open.postMessage({ type: 'close' } satisfies ToBackend)\n", '', 'first start: 24'],
  ]),
  ...of('jobBroker.ts', [
    ['listed jobs only', '      if (!jobEntries.includes(entry)) throw new Error(`there is no job ${entry}`)\n', '', 'repair: only a job'],
    ['telling the end of a job', "        tell({ type: 'job.exit', job })\n", '', 'repair: a job gets'],
    ['killing a job', 'kill: job => running.get(job)?.kill()', 'kill: () => {}', 'repair: a job gets'],
  ]),
  ...of('recoverPage.ts', [
    ['an end to reloading', 'if (failures <= RELOADS) contents.reload()', 'if (failures <= 100) contents.reload()', 'repair: a page whose process dies'],
    ['not reloading a page that was closed', "    if (details.reason === 'clean-exit') return\n", '', 'repair: a page whose process dies'],
    ['asking about a page that hangs', "  window.on('unresponsive', () => void askWait())\n", '', 'repair: a page that does not answer'],
  ]),
  ...of('closeBeforeQuit.ts', [
    ['holding the end back', '    event.preventDefault()\n', '', 'first start: 24'],
    ['closing once', "    if (phase === 'closing') return\n", '', 'first start: 24'],
    ['an end to waiting', 'Promise.race([close(), patience])', 'close()', 'first start: 24'],
  ]),
  ...of('menu.ts', [
    ['no developer tools in the menu', '...(app.isPackaged ? [] : development)', '...development', 'first start: 25'],
    ['editing on a Mac', '      edit(mac),\n', '', 'first start: 25'],
  ]),
  ...of('contextMenu.ts', [
    ['no empty menu', 'if (items.length > 0) Menu', 'Menu', 'doors: the context menu'],
  ]),
  ...of('windowPlace.ts', [
    ['a window on the screen', 'screen.getAllDisplays().some(display => overlaps(display.workArea, place)) ? place : usual', 'screen.getAllDisplays() ? place : usual', 'doors: the place on the screen'],
  ]),
  ...of('preload.ts', [
    ['waiting for the page', '  await loaded\n', '', 'security list: 20'],
    ['nothing but the port', "window.postMessage('despatch-port', '*', event.ports)", 'Object.assign(window, { ipcRenderer })', 'security list: 20'],
  ]),
  ...of('electron-builder.yml', [
    ['the same Electron', 'electronVersion: 45.4.1', 'electronVersion: 44.0.0', 'security list: 16'],
    ['run-as-node off', 'runAsNode: false', 'runAsNode: true', 'security list: 19'],
    ['node options off', 'enableNodeOptionsEnvironmentVariable: false', 'enableNodeOptionsEnvironmentVariable: true', 'security list: 19'],
    ['inspecting off', 'enableNodeCliInspectArguments: false', 'enableNodeCliInspectArguments: true', 'security list: 19'],
    ['integrity on', '  enableEmbeddedAsarIntegrityValidation: true\n', '', 'security list: 19'],
    ['only from the archive', 'onlyLoadAppFromAsar: true', 'onlyLoadAppFromAsar: false', 'security list: 19'],
    ['file privileges off', 'grantFileProtocolExtraPrivileges: false', 'grantFileProtocolExtraPrivileges: true', 'security list: 19'],
    ['one archive file', 'asar: true', 'asar: false', 'security list: 19'],
  ]),
]
