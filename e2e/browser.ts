import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { programOf, projectFolder } from './project.ts'

/** How long one way of installing a browser may take (milliseconds). */
const INSTALL_LIMIT = 10 * 60_000

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

export const noChromium =
  'No Chromium could be found or installed, so the app cannot be driven. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or name one in DESPATCH_CHROMIUM, and run this again.'

/** A Chromium that runs here: the one named in DESPATCH_CHROMIUM, Playwright's own, or the system's; or null. */
export function findChromium(): string | null {
  return candidates().find(path => existsSync(path) && runs(path)) ?? null
}

/** Finds a Chromium, or installs one as this machine allows. Null when none can be had. `say` hears of it. */
export function ensureChromium(say: (words: string) => void): string | null {
  for (const install of [null, withPlaywright, withApt]) {
    if (install) {
      say(`No Chromium here yet: trying ${install.words}.`)
      install.run()
    }
    const found = findChromium()
    if (found) return found
  }
  return null
}

/** What the browser is started with: no sandbox for root only, and silence on the network. */
export const browserFlags: string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-domain-reliability',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]

function candidates(): string[] {
  const { env, platform } = process
  const own = [env.DESPATCH_CHROMIUM, chromium.executablePath()].filter(path => path !== undefined)
  if (platform === 'darwin') {
    const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
    return [...own, ...names.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)]
  }
  if (platform === 'win32') {
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return [...own, ...roots.flatMap(root => (root ? programs.map(program => join(root, program)) : []))]
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...own, ...names.flatMap(name => folders.map(folder => join(folder, name)))]
}

/** A browser can be there and not run, for want of a library. Windows starts a window for `--version`. */
const runs = (path: string): boolean =>
  process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0

const withPlaywright = {
  words: 'playwright install chromium',
  run: () => {
    const deps = isRoot ? ['--with-deps'] : []
    const script = [programOf('playwright', 'cli.js'), 'install', ...deps, 'chromium']
    spawnSync(process.execPath, script, { cwd: projectFolder, stdio: 'inherit', timeout: INSTALL_LIMIT })
  },
}

const withApt = {
  words: 'apt-get install chromium',
  run: () => {
    if (!isRoot) return
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const options = { env, stdio: 'inherit', timeout: INSTALL_LIMIT } as const
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  },
}
