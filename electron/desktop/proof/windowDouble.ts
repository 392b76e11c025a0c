import { EventEmitter } from 'node:events'
import type { AppDouble } from './appDouble.ts'
import type { PortDouble } from './messageDouble.ts'
import type { Recording } from './recording.ts'

export interface FrameDouble {
  url: string
  detached: boolean
  parent: unknown
  postMessage(channel: string, message: unknown, ports: PortDouble[]): void
}

export class ContentsDouble extends EventEmitter {
  destroyed = false
  mainFrame: FrameDouble | null
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  /** The ports that the page was given, newest last. */
  readonly ports: PortDouble[] = []
  private readonly recording: Recording

  constructor(recording: Recording) {
    super()
    this.recording = recording
    this.mainFrame = {
      url: '',
      detached: false,
      parent: null,
      postMessage: (channel, message, ports) => {
        recording.note('frame.postMessage', channel, message, ports)
        this.ports.push(...ports)
      },
    }
  }
  isDestroyed = () => this.destroyed
  reload = () => this.recording.note('contents.reload')
  forcefullyCrashRenderer = () => this.recording.note('contents.forcefullyCrashRenderer')
  setWindowOpenHandler = (handler: ContentsDouble['openHandler']) => {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy = (policy: string) =>
    this.recording.note('contents.setWebRTCIPHandlingPolicy', policy)
}

export class WindowDouble extends EventEmitter {
  readonly webContents: ContentsDouble
  readonly options: Record<string, unknown>
  minimised = false
  destroyed = false
  private readonly recording: Recording
  private readonly app: AppDouble

  constructor(recording: Recording, app: AppDouble, options: Record<string, unknown>) {
    super()
    this.recording = recording
    this.app = app
    this.options = options
    app.late('new BrowserWindow', options)
    this.webContents = new ContentsDouble(recording)
    app.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }
  loadURL = async (url: string) => {
    this.recording.note('window.loadURL', url)
    if (this.webContents.mainFrame) this.webContents.mainFrame.url = url
  }
  isDestroyed = () => this.destroyed
  isMinimized = () => this.minimised
  isMaximized = () => false
  getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 800 })
  setBackgroundColor = (colour: string) => this.recording.note('window.setBackgroundColor', colour)
  show = () => this.recording.note('window.show')
  focus = () => this.recording.note('window.focus')
  maximize = () => this.recording.note('window.maximize')
  restore = () => {
    this.minimised = false
    this.recording.note('window.restore')
  }
  close(): void {
    this.emit('close', {})
    this.destroyed = true
    this.webContents.destroyed = true
    this.app.windows = this.app.windows.filter(window => window !== this)
    this.emit('closed')
    if (this.app.windows.length === 0) this.recording.note('window-all-closed')
  }
}
