import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

export interface DesktopPaths {
  /** Where this desk keeps its own things: its place on the screen, its log, the archive. */
  userData: string
  archive: string
  assets: string
  /** The built page. */
  renderer: string
  /** The log on this machine. */
  log: string
  notices: string
}

/**
 * Decides where everything stands and tells Electron, before the single-instance lock, which is scoped to the
 * folder. On Windows that is the local application data: the roaming folder is copied over the network at each sign-in.
 * `DESPATCH_ARCHIVE` counts only in development: an environment variable must not redirect an installed app.
 */
export function takePaths(): DesktopPaths {
  const chosen = app.isPackaged ? undefined : process.env.DESPATCH_ARCHIVE || undefined
  const userData = chosen === undefined ? join(baseFolder(), 'Despatch') : `${resolve(chosen)}-desktop`
  mkdirSync(userData, { recursive: true })
  app.setPath('userData', userData)
  app.setPath('sessionData', userData)
  const root = app.getAppPath()
  return {
    userData,
    archive: chosen === undefined ? join(userData, 'archive') : resolve(chosen),
    assets: join(root, 'assets'),
    renderer: join(root, 'out', 'renderer'),
    log: join(userData, 'despatch.log'),
    notices: join(app.isPackaged ? process.resourcesPath : join(root, 'out'), 'THIRD-PARTY-NOTICES.txt'),
  }
}

function baseFolder(): string {
  if (process.platform !== 'win32') return app.getPath('appData')
  return process.env.LOCALAPPDATA ?? join(app.getPath('home'), 'AppData', 'Local')
}
