import { EventEmitter } from 'node:events'
import { AppDouble } from './appDouble.ts'
import { ChannelDouble } from './messageDouble.ts'
import type { Recording } from './recording.ts'
import type { SceneOptions } from './scene.ts'
import { SessionDouble } from './sessionDouble.ts'
import { UtilityDouble } from './utilityDouble.ts'
import { WindowDouble } from './windowDouble.ts'

export interface ElectronDouble {
  app: AppDouble
  session: SessionDouble
  children: UtilityDouble[]
  menus: MenuItem[][]
  popups: MenuItem[][]
  /** What the person answers to the next questions; a message box nobody answers stays open. */
  answers: { messageBox: (number | Promise<number>)[]; saveDialog: { canceled: boolean; filePath: string }[] }
  /** What `import … from 'electron'` gives. */
  module: Record<string, unknown>
}

export interface MenuItem {
  role?: string
  label?: string
  submenu?: MenuItem[]
  click?: () => unknown
}

/** Everything of Electron that the desktop room uses, recording each use. What is missing here fails to import. */
export function createElectronDouble(recording: Recording, options: SceneOptions): ElectronDouble {
  const { note } = recording
  const app = new AppDouble(recording, options)
  const defaultSession = new SessionDouble(recording)
  const double: ElectronDouble = {
    app,
    session: defaultSession,
    children: [],
    menus: [],
    popups: [],
    answers: { messageBox: [], saveDialog: [] },
    module: {},
  }
  let schemesRegistered = false
  double.module = {
    app,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => {
        if (schemesRegistered) throw new Error('schemes may be registered only once')
        schemesRegistered = true
        app.early('protocol.registerSchemesAsPrivileged', schemes)
      },
    },
    session: {
      get defaultSession() {
        if (!app.ready) throw new Error('there is no session before ready')
        return defaultSession
      },
    },
    BrowserWindow: class extends WindowDouble {
      static getAllWindows = () => app.windows
      static getFocusedWindow = () => null
      constructor(windowOptions: Record<string, unknown>) {
        super(recording, app, windowOptions)
      }
    },
    utilityProcess: {
      fork: (modulePath: string, _args: string[], forkOptions: UtilityDouble['options']) => {
        const child = new UtilityDouble(app, modulePath, forkOptions)
        double.children.push(child)
        return child
      },
    },
    MessageChannelMain: ChannelDouble,
    Menu: {
      buildFromTemplate: (items: MenuItem[]) => ({
        items,
        popup: () => {
          note('menu.popup')
          double.popups.push(items)
        },
      }),
      setApplicationMenu: (menu: { items: MenuItem[] } | null) => {
        note('Menu.setApplicationMenu')
        if (menu) double.menus.push(menu.items)
      },
    },
    dialog: {
      showMessageBox: async (...args: unknown[]) => {
        note('dialog.showMessageBox', args.at(-1))
        const response = double.answers.messageBox.shift()
        return { response: await (response ?? new Promise<number>(() => {})) }
      },
      showSaveDialog: async (...args: unknown[]) => {
        note('dialog.showSaveDialog', args.at(-1))
        return double.answers.saveDialog.shift() ?? { canceled: true, filePath: '' }
      },
      showErrorBox: (...args: unknown[]) => note('dialog.showErrorBox', ...args),
    },
    shell: {
      openPath: async (path: string) => {
        note('shell.openPath', path)
        return ''
      },
      showItemInFolder: (path: string) => note('shell.showItemInFolder', path),
      openExternal: async (url: string) => note('shell.openExternal', url),
    },
    nativeTheme: Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false }),
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    ipcMain: {
      handle: (channel: string) => note('ipcMain.handle', channel),
      on: (channel: string) => note('ipcMain.on', channel),
    },
  }
  return double
}
