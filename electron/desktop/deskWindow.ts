import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { BackendSupervisor } from './backendSupervisor.ts'
import { attachContextMenu } from './contextMenu.ts'
import { logError } from './errorLog.ts'
import type { DesktopPaths } from './paths.ts'
import type { PreferenceStore } from './preferences.ts'
import { recoverPage } from './recoverPage.ts'
import { HOME } from './serveApp.ts'
import { showOnce } from './showOnce.ts'
import { keepPlace, windowPlace } from './windowPlace.ts'

/** Opens the desk: one window on the app's own page, given a port to the backend each time it has loaded. */
export function openDesk(
  paths: DesktopPaths,
  preferences: PreferenceStore,
  backend: BackendSupervisor,
): BrowserWindow {
  const window = new BrowserWindow({
    ...windowPlace(preferences),
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Despatch',
    backgroundColor: desk(),
    // Elsewhere the icon comes with the program file.
    ...(process.platform === 'linux' && { icon: join(paths.assets, 'icon', 'linux', '256x256.png') }),
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
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
      devTools: !app.isPackaged,
    },
  })
  keepPlace(window, preferences)
  showOnce(window, preferences.get().maximised === true)
  attachContextMenu(window)
  recoverPage(window)
  const repaint = () => window.setBackgroundColor(desk())
  nativeTheme.on('updated', repaint)
  window.on('closed', () => nativeTheme.off('updated', repaint))
  window.webContents.on('preload-error', (_event, _path, error) => logError(error, 'preload'))
  // A reload kills the page's port, so every load gets a new one.
  window.webContents.on('did-finish-load', () => backend.connect(window.webContents))
  void window.loadURL(HOME)
  return window
}

/** Brings the desk to the front, as when somebody starts the app a second time. */
export function raiseDesk(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** What is seen before the page has painted: `--desk` of renderer/styles/tokens.css. */
const desk = () => (nativeTheme.shouldUseDarkColors ? '#121518' : '#eceef1')
