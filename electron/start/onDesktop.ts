import { spawn } from 'node:child_process'
import { projectFolder } from '../node/nodeHost.ts'
import { buildDesktop } from './build.ts'
import { electronBinary, fetchElectron } from './electronBinary.ts'

/** A program that ends this soon, with an error, never opened a window (milliseconds). */
const NEVER_OPENED = 5000

/**
 * Opens the app in Electron and gives null when it has ended; or gives the reason why Electron cannot be used
 * here, as the end of a sentence. `open` receives a function that brings the window to the front.
 */
export async function onDesktop(
  archiveFolder: string,
  open: (bringToFront: () => void) => void,
): Promise<string | null> {
  if (!electronBinary()) {
    const reason = await fetchElectron()
    if (reason) return reason
  }
  const program = electronBinary()!
  await buildDesktop()
  const start = () =>
    spawn(program, electronArguments(), { env: electronEnv(archiveFolder), stdio: 'inherit' })
  const startedAt = performance.now()
  const child = start()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill())
  // A second Electron finds the first one, tells it to come to the front, and ends.
  open(() => start().once('error', () => {}))
  const code = await new Promise<number | null>(resolve => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  return code && performance.now() - startedAt < NEVER_OPENED ? `it stopped with code ${code}` : null
}

const electronArguments = (): string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', projectFolder] : [projectFolder]

function electronEnv(archiveFolder: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, ...rest } = process.env
  return { ...rest, DESPATCH_ARCHIVE: archiveFolder }
}
