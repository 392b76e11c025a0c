import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Fetching ends when nothing more has arrived for this long (milliseconds). */
const PATIENCE = 10_000

// Resolving the package itself would start its download.
const electronFolder = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The Electron program of the installed package, or null when its binary was never fetched. */
export function electronBinary(): string | null {
  const pathFile = join(electronFolder(), 'path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder(), 'dist')
  const program = join(folder, readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

/** Fetches the Electron binary with the package's own script. Gives why it could not be had, or null. */
export async function fetchElectron(patience: number = PATIENCE): Promise<string | null> {
  const downloads = mkdtempSync(join(tmpdir(), 'despatch-electron-'))
  const child = spawn(process.execPath, [join(electronFolder(), 'install.js')], {
    // The script downloads into the temporary folder: one of its own makes its progress visible.
    env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads },
    stdio: 'ignore',
  })
  const stalled = Promise.withResolvers<string>()
  let seen = -1
  let since = performance.now()
  const watch = setInterval(() => {
    const bytes = bytesUnder(downloads) + bytesUnder(join(electronFolder(), 'dist'))
    if (bytes !== seen) since = performance.now()
    else if (performance.now() - since > patience) stalled.resolve('its download made no progress')
    seen = bytes
  }, 250)
  const ended = new Promise<string | null>(resolve => {
    child.once('error', () => resolve('its download could not be started'))
    child.once('exit', code => resolve(code === 0 ? null : 'its binary cannot be reached from this network'))
  })
  const reason = await Promise.race([ended, stalled.promise])
  clearInterval(watch)
  child.kill('SIGKILL')
  await ended
  rmSync(downloads, { recursive: true, force: true })
  return reason ?? (electronBinary() ? null : 'its download was not complete')
}

function bytesUnder(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    // The folder changes while it is read: the next look counts anew.
    return 0
  }
}
