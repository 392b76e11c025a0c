import { EventEmitter } from 'node:events'
import type { Recording } from './recording.ts'

type Answer<T> = (value: T) => void
type Details = Record<string, unknown>

/** A session that keeps the handlers it is given, so that a test can ask them. */
export class SessionDouble extends EventEmitter {
  permissionRequest:
    | ((c: unknown, permission: string, answer: Answer<boolean>, details: Details) => void)
    | null = null
  permissionCheck: ((c: unknown, permission: string, origin: string, details: Details) => boolean) | null =
    null
  devicePermission: ((details: Details) => boolean) | null = null
  beforeRequest: ((details: Details, answer: Answer<{ cancel?: boolean }>) => void) | null = null
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  private readonly recording: Recording

  constructor(recording: Recording) {
    super()
    this.recording = recording
  }
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      if (this.schemes.has(scheme)) throw new Error(`${scheme} is handled already`)
      this.recording.note('session.protocol.handle', scheme)
      this.schemes.set(scheme, handler)
    },
  }
  readonly webRequest = {
    onBeforeRequest: (handler: SessionDouble['beforeRequest']) => {
      this.recording.note('session.webRequest.onBeforeRequest')
      this.beforeRequest = handler
    },
  }
  setPermissionRequestHandler = (handler: SessionDouble['permissionRequest']) => {
    this.recording.note('session.setPermissionRequestHandler')
    this.permissionRequest = handler
  }
  setPermissionCheckHandler = (handler: SessionDouble['permissionCheck']) => {
    this.recording.note('session.setPermissionCheckHandler')
    this.permissionCheck = handler
  }
  setDevicePermissionHandler = (handler: SessionDouble['devicePermission']) => {
    this.recording.note('session.setDevicePermissionHandler')
    this.devicePermission = handler
  }
  setSpellCheckerEnabled = (enabled: boolean) =>
    this.recording.note('session.setSpellCheckerEnabled', enabled)
  setProxy = async (options: unknown) => this.recording.note('session.setProxy', options)
}
