import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RolldownOptions, RolldownPluginOption } from 'rolldown'

const root = process.cwd()
const desktop = join(root, 'electron', 'desktop')
const jobs = join(root, 'electron', 'backend', 'jobs')

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/**
 * What `npm run build` makes of the desktop room, run from the project's folder: main, the preload, the backend's
 * process and each job, one file each and readable as it is. What package.json names as a dependency is packaged
 * beside them; everything else is bundled in.
 */
export function desktopBundles(
  outFolder = join(root, 'out', 'desktop'),
  plugins: RolldownPluginOption = [],
): RolldownOptions[] {
  const external = [/^electron(\/|$)/, /^node:/, ...Object.keys(dependencies).map(startsWith)]
  const program = (input: string, name: string): RolldownOptions => ({
    input,
    external,
    plugins,
    platform: 'node',
    output: { file: join(outFolder, name), format: 'esm', codeSplitting: false },
  })
  return [
    program(join(desktop, 'main.ts'), 'main.js'),
    program(join(desktop, 'backendProcess.ts'), 'backend.js'),
    program(join(jobs, 'parse.ts'), 'jobs/parse.js'),
    program(join(jobs, 'unpack.ts'), 'jobs/unpack.js'),
    program(join(jobs, 'press.ts'), 'jobs/press.js'),
    {
      input: join(desktop, 'preload.ts'),
      // A sandboxed preload can load nothing but `electron`: an import of anything of Node's must fail here.
      external: ['electron'],
      plugins,
      platform: 'browser',
      output: { file: join(outFolder, 'preload.cjs'), format: 'cjs', codeSplitting: false },
    },
  ]
}

const startsWith = (name: string) => new RegExp(`^${name.replaceAll('.', '\\.')}(/|$)`)

export default desktopBundles()
