import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Recording } from './recording.ts'
import type { SceneOptions } from './scene.ts'
import type { WindowDouble } from './windowDouble.ts'

/** Electron's `app`: refuses what the real one refuses before or after it is ready. */
export class AppDouble extends EventEmitter {
  readonly isPackaged: boolean
  ready = false
  ended = false
  windows: WindowDouble[] = []
  readonly commandLine
  private readonly recording: Recording
  private readonly options: SceneOptions
  private readonly readiness = Promise.withResolvers<void>()

  constructor(recording: Recording, options: SceneOptions) {
    super()
    this.recording = recording
    this.options = options
    this.isPackaged = options.packaged
    this.commandLine = {
      appendSwitch: (...args: unknown[]) => this.early('app.commandLine.appendSwitch', ...args),
      hasSwitch: (name: string) => options.switches.includes(name),
    }
  }

  becomeReady(): void {
    this.ready = true
    this.recording.note('ready')
    this.emit('ready')
    this.readiness.resolve()
  }
  whenReady = () => this.readiness.promise
  isReady = () => this.ready

  getVersion = () => '9.9.9'
  getAppPath = () => this.options.appPath
  getPath = (name: string) => join(this.options.home, name === 'appData' ? this.roaming() : name)
  setPath = (name: string, path: string) => {
    if (!existsSync(path)) throw new Error(`setPath: ${path} does not exist`)
    this.early('app.setPath', name, path)
  }
  setName = (name: string) => this.early('app.setName', name)
  setAppUserModelId = (id: string) => this.early('app.setAppUserModelId', id)
  enableSandbox = () => this.early('app.enableSandbox')
  requestSingleInstanceLock = (data?: unknown) => {
    this.recording.note('app.requestSingleInstanceLock', data)
    return this.options.lock
  }
  setAboutPanelOptions = (options: unknown) => this.recording.note('app.setAboutPanelOptions', options)
  configureHostResolver = (options: unknown) => this.late('app.configureHostResolver', options)
  setProxy = async (options: unknown) => this.late('app.setProxy', options)

  exit = (code = 0) => {
    this.recording.note('app.exit', code)
    this.ended = true
  }
  /** before-quit, every window closes, will-quit, quit: each can be prevented by the app. */
  quit = () => {
    this.recording.note('app.quit')
    this.emit('before-quit', preventable().event)
    for (const window of [...this.windows]) window.close()
    const willQuit = preventable()
    this.emit('will-quit', willQuit.event)
    if (willQuit.isPrevented()) return this.recording.note('will-quit prevented')
    this.ended = true
    this.recording.note('quit')
  }

  /** Something that Electron takes only before it is ready. */
  early(what: string, ...args: unknown[]): void {
    if (this.ready) throw new Error(`${what} came after ready`)
    this.recording.note(what, ...args)
  }
  late(what: string, ...args: unknown[]): void {
    if (!this.ready) throw new Error(`${what} came before ready`)
    this.recording.note(what, ...args)
  }
  private roaming = () => (this.options.platform === 'win32' ? join('AppData', 'Roaming') : 'appData')
}

/** An event of Electron's whose effect can be prevented. */
export function preventable<T extends object>(details?: T) {
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  const event = { ...details, preventDefault }
  return { event: event as T & { preventDefault(): void }, isPrevented: () => prevented }
}
