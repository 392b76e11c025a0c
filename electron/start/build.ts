import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../node/nodeHost.ts'

const modules = join(projectFolder, 'node_modules')

/** Builds the desk into `out/renderer` when its sources are newer. Throws with the builder's words. */
export async function buildRenderer(): Promise<void> {
  const built = join(projectFolder, 'out', 'renderer', 'index.html')
  if (isNewer(built, ['renderer', 'shared', 'package-lock.json'])) return
  await run(join(modules, 'vite', 'bin', 'vite.js'), ['build', '--config', 'renderer/vite.config.ts'])
}

/** Builds the Electron program into `out/desktop` when its sources are newer. Throws with the builder's words. */
export async function buildDesktop(): Promise<void> {
  const built = join(projectFolder, 'out', 'desktop', 'main.js')
  if (isNewer(built, ['electron/desktop', 'electron/backend', 'shared', 'package-lock.json'])) return
  const config = ['--config', 'electron/desktop/rolldown.config.ts']
  await run(join(modules, 'rolldown', 'bin', 'cli.mjs'), config)
}

function isNewer(built: string, sources: string[]): boolean {
  if (!existsSync(built)) return false
  const builtAt = statSync(built).mtimeMs
  return sources.every(source => changedAt(join(projectFolder, source)) < builtAt)
}

/** When the file, or anything in the folder that is not a test, last changed; deletions show in the folders. */
function changedAt(path: string): number {
  const own = statSync(path).mtimeMs
  if (!statSync(path).isDirectory()) return own
  const times = readdirSync(path, { recursive: true })
    .map(String)
    .filter(name => !/\.test\.tsx?$/.test(name))
    .map(name => statSync(join(path, name)).mtimeMs)
  return Math.max(own, ...times)
}

function run(program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (words += chunk))
    child.once('error', reject)
    child.once('close', code => (code === 0 ? resolve() : reject(new Error(words.trim()))))
  })
}
