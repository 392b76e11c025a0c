import { type ChildProcess, spawn } from 'node:child_process'
import { findBrowser } from './findBrowser.ts'

/**
 * Shows `url` as an app window in a browser of this machine, with a profile of its own, or as a page in the
 * person's default browser. Gives the browser's process in the first case; null when we cannot know when the
 * window closes.
 */
export function openWindow(url: string, profileFolder: string): ChildProcess | null {
  const browser = findBrowser()
  if (browser) return start(browser, [...windowFlags(url), `--user-data-dir=${profileFolder}`])
  const [program, ...args] = defaultBrowser(url)
  start(program, args).unref()
  return null
}

function start(program: string, args: string[]): ChildProcess {
  const child = spawn(program, args, { stdio: 'ignore' })
  // The address is printed as well: a browser that does not start is not the end.
  child.once('error', () => {})
  return child
}

const windowFlags = (url: string): string[] => [
  `--app=${url}`,
  '--no-first-run',
  '--no-default-browser-check',
  // The window is for this one page: nothing else of the browser is to speak to the network.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-pings',
  '--no-proxy-server',
  // Chromium refuses to run as root with its sandbox.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

function defaultBrowser(url: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', url]
  // Not through `cmd /c start`, which would read meaning into the characters of the address.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return ['xdg-open', url]
}
