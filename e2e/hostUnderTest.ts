import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The Electron program, where its binary is present and a window can be shown; else null, and the specs drive
 * the loopback host. `DESPATCH_E2E_HOST=loopback` chooses the loopback host in any case.
 */
export function electronProgram(): string | null {
  if (process.env.DESPATCH_E2E_HOST === 'loopback') return null
  const { DISPLAY, WAYLAND_DISPLAY, ELECTRON_OVERRIDE_DIST_PATH } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return null
  // Resolving the package itself would start its download.
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

export const hostUnderTest = (): 'electron' | 'loopback' => (electronProgram() ? 'electron' : 'loopback')
