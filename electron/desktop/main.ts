import { app, BrowserWindow, dialog, session } from 'electron'
import { type BackendSupervisor, superviseBackend } from './backendSupervisor.ts'
import { isBeingDebugged, prepareApp } from './beforeReady.ts'
import { closeBeforeQuit } from './closeBeforeQuit.ts'
import { openDesk, raiseDesk } from './deskWindow.ts'
import { keepLog, logError } from './errorLog.ts'
import { guardContents } from './guardContents.ts'
import { hardenSession, silenceNetwork } from './hardenSession.ts'
import { brokerFiles } from './hostFiles.ts'
import { setMenu } from './menu.ts'
import { takePaths } from './paths.ts'
import { openPreferences } from './preferences.ts'
import { serveApp } from './serveApp.ts'

// Nothing here may be awaited: Electron becomes ready only after this module has been evaluated.
prepareApp()
const paths = takePaths()
keepLog(paths.log)
if (isBeingDebugged()) app.exit(1)
else if (!app.requestSingleInstanceLock()) app.exit(0)
else {
  let backend: BackendSupervisor | null = null
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('child-process-gone', (_event, details) =>
    logError(`${details.name ?? details.type}: ${details.reason}, ${details.exitCode}`, 'process'),
  )
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window) raiseDesk(window)
    else if (backend) open(backend)
  })
  app.on('activate', () => {
    if (backend && BrowserWindow.getAllWindows().length === 0) open(backend)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  closeBeforeQuit(() => backend?.close() ?? Promise.resolve())
  const preferences = openPreferences(paths.userData)
  const open = (running: BackendSupervisor) => openDesk(paths, preferences, running)
  void app
    .whenReady()
    .then(async () => {
      hardenSession(session.defaultSession)
      serveApp(session.defaultSession, paths)
      await silenceNetwork(session.defaultSession)
      setMenu(paths, preferences)
      backend = superviseBackend(
        { version: app.getVersion(), archiveFolder: paths.archive, assetsFolder: paths.assets },
        brokerFiles(paths.archive, preferences),
      )
      open(backend)
    })
    .catch(fatal)
}

function fatal(error: unknown): void {
  logError(error, 'start')
  dialog.showErrorBox(
    'Despatch could not start',
    `Your archive is untouched. Start Despatch again; if this comes back, show this to whoever looks after your computer.\n\n${error}`,
  )
  app.exit(1)
}
