import { app, Menu, type MenuItemConstructorOptions, nativeTheme, shell } from 'electron'
import { logError } from './errorLog.ts'
import type { DesktopPaths } from './paths.ts'
import type { PreferenceStore } from './preferences.ts'

/** Sets the application's menu. Without one Electron shows its own, which holds reload and the developer tools. */
export function setMenu(paths: DesktopPaths, preferences: PreferenceStore): void {
  nativeTheme.themeSource = preferences.get().theme ?? 'system'
  app.setAboutPanelOptions({
    applicationName: 'Despatch',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
  })
  const mac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          { label: 'Show the archive’s folder', click: () => shell.showItemInFolder(paths.archive) },
          { type: 'separator' },
          mac ? { role: 'close', label: 'Close window' } : { role: 'quit', label: 'Quit' },
        ],
      },
      edit(mac),
      view(preferences),
      { role: 'windowMenu', label: '&Window' },
      help(mac, paths),
    ]),
  )
}

function edit(mac: boolean): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo', label: 'Undo' },
      { role: 'redo', label: 'Redo' },
      { type: 'separator' },
      { role: 'cut', label: 'Cut' },
      { role: 'copy', label: 'Copy' },
      { role: 'paste', label: 'Paste' },
      { role: 'pasteAndMatchStyle', label: 'Paste without formatting' },
      { role: 'selectAll', label: mac ? 'Select All' : 'Select all' },
    ],
  }
}

function view(preferences: PreferenceStore): MenuItemConstructorOptions {
  const appearance = (theme: 'system' | 'light' | 'dark', label: string): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: nativeTheme.themeSource === theme,
    click: () => {
      nativeTheme.themeSource = theme
      preferences.set({ theme })
    },
  })
  return {
    label: '&View',
    submenu: [
      { role: 'resetZoom', label: 'Actual size' },
      { role: 'zoomIn', label: 'Zoom in' },
      { role: 'zoomOut', label: 'Zoom out' },
      { role: 'togglefullscreen', label: 'Full screen' },
      { type: 'separator' },
      {
        label: 'Appearance',
        submenu: [
          appearance('system', 'As the system'),
          appearance('light', 'Light'),
          appearance('dark', 'Dark'),
        ],
      },
      ...(app.isPackaged ? [] : development),
    ],
  }
}

const development: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]

function help(mac: boolean, paths: DesktopPaths): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      { label: 'Third-party notices', click: () => open(paths.notices) },
      { label: 'Show the log', click: () => shell.showItemInFolder(paths.log) },
      ...(mac ? [] : [{ type: 'separator' } as const, { role: 'about', label: 'About Despatch' } as const]),
    ],
  }
}

/** Opens a file that came with the app, in the program the person has for it. */
async function open(file: string): Promise<void> {
  const trouble = await shell.openPath(file)
  if (trouble !== '') logError(trouble, 'menu')
}
