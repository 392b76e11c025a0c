import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { projectFolder } from './project.ts'

/** The app on the loopback host, in a process of its own. */
export interface LoopbackApp {
  /** A link that lets one browser in, once. */
  launchUrl: string
  /** Every such link it has printed, this one first. */
  printed: string[]
  process: ChildProcess
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
}

/** Starts it as `npm start` does, without a window. Throws with its words when it ends before it has an address. */
export async function startLoopbackApp(archiveFolder: string): Promise<LoopbackApp> {
  const child = spawn(
    process.execPath,
    ['electron/start.ts', '--no-build', '--no-window', '--archive', archiveFolder],
    {
      cwd: projectFolder,
      // The channel is for its end alone: the app ends with the test, also with one that was killed.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let words = ''
  child.stderr!.on('data', chunk => {
    words += chunk
  })
  const printed: string[] = []
  const ended = once(child, 'exit')
  const launchUrl = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).on('line', line => {
      words += `${line}\n`
      const address = /http:\/\/127\.0\.0\.1:\d+\/launch#\S+/.exec(line)
      if (address) resolve(printed[printed.push(address[0]) - 1]!)
    })
    void ended.then(() => reject(new Error(`Despatch ended before it could be opened:\n${words}`)))
  })
  return {
    launchUrl,
    printed,
    process: child,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill()
      await ended
    },
  }
}
