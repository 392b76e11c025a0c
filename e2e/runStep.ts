import { spawn } from 'node:child_process'
import { projectFolder } from './project.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** A step that hangs is ended after this long (milliseconds) and has failed. */
const STEP_LIMIT = 30 * 60_000

/**
 * Runs a step to its end, its words shown as they come. `command` is a program for this Node with its
 * arguments, or a line for the shell. Gives the tests that `counts` finds in its report; without a report it
 * counts as one. A step that ends badly has failed whatever its report says.
 */
export async function runStep(
  command: string[] | string,
  options: { env?: NodeJS.ProcessEnv; counts?: () => Counts } = {},
): Promise<Counts> {
  const code = await run(command, { ...process.env, ...options.env })
  const counted = options.counts?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function run(command: string[] | string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const common = {
    cwd: projectFolder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'] as ['ignore', 'inherit', 'inherit'],
  }
  return new Promise(resolve => {
    const child =
      typeof command === 'string'
        ? spawn(command, { ...common, shell: true })
        : spawn(process.execPath, command, common)
    const limit = setTimeout(() => {
      console.error(`This step was ended: it took longer than ${STEP_LIMIT / 60_000} minutes.`)
      child.kill('SIGKILL')
    }, STEP_LIMIT)
    const end = (code: number | null) => {
      clearTimeout(limit)
      resolve(code)
    }
    child.once('error', error => {
      console.error(error.message)
      end(1)
    })
    child.once('exit', end)
  })
}
