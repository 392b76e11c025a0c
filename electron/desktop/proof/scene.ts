import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createElectronDouble, type ElectronDouble } from './electronDouble.ts'
import { createRecording, type Recording } from './recording.ts'
import { createClock, type VirtualClock } from './virtualClock.ts'
import type { WindowDouble } from './windowDouble.ts'

export interface SceneOptions {
  packaged: boolean
  platform: NodeJS.Platform
  lock: boolean
  env: Record<string, string>
  switches: string[]
  appPath: string
  home: string
}

/** One start of the built app in surroundings of its own: a double of Electron, a clock, a folder. */
export interface Scene extends ElectronDouble {
  recording: Recording
  clock: VirtualClock
  home: string
  /** Lets Electron become ready and waits until nothing more happens by itself. */
  ready(): Promise<void>
  window(): WindowDouble
}

export type StartScene = (options?: Partial<SceneOptions>) => Promise<Scene>

/** `bundle` is the built main.js; `source` stands in for its text when a safeguard has been taken away. */
export function sceneMaker(bundle: string, source?: string): { start: StartScene; end(): void } {
  const homes: string[] = []
  const start: StartScene = async changes => {
    const home = mkdtempSync(join(tmpdir(), 'despatch-scene-'))
    homes.push(home)
    const options: SceneOptions = {
      packaged: true,
      platform: 'linux',
      lock: true,
      env: {},
      switches: [],
      appPath: join(home, 'app'),
      home,
      ...changes,
    }
    layOut(options.appPath)
    const recording = createRecording()
    const clock = createClock()
    const double = createElectronDouble(recording, options)
    const id = String(surroundings.length)
    const resourcesPath = join(home, 'resources')
    const fakeProcess = new Proxy(process, {
      get: (target, key) =>
        ({ platform: options.platform, env: options.env, resourcesPath })[key as 'env'] ??
        Reflect.get(target, key),
    })
    surroundings.push({ module: double.module, process: fakeProcess, source, ...clock.globals })
    const url = pathToFileURL(bundle)
    url.searchParams.set('scene', id)
    await import(url.href)
    return {
      ...double,
      recording,
      clock,
      home,
      ready: async () => {
        if (!double.app.ended) double.app.becomeReady()
        await settle()
      },
      window: () => {
        const window = double.app.windows.at(-1)
        if (!window) throw new Error('there is no window')
        return window
      },
    }
  }
  const end = () => {
    for (const home of homes) rmSync(home, { recursive: true, force: true })
  }
  return { start, end }
}

/** Waits until every promise and file operation that was under way has had its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve))
}

interface Surroundings {
  module: Record<string, unknown>
  process: unknown
  source: string | undefined
  setTimeout: unknown
  clearTimeout: unknown
  Date: unknown
}

const surroundings: Surroundings[] = []
;(globalThis as { despatchScenes?: Surroundings[] }).despatchScenes = surroundings

// The bundle is loaded as built. Only what surrounds it is replaced: `electron`, and the globals it looks up.
registerHooks({
  resolve(specifier, context, next) {
    const scene = context.parentURL && new URL(context.parentURL).searchParams.get('scene')
    if (specifier !== 'electron' || !scene) return next(specifier, context)
    return { url: `electron-double:${scene}`, format: 'module', shortCircuit: true }
  },
  load(url, context, next) {
    if (url.startsWith('electron-double:')) {
      const id = url.slice('electron-double:'.length)
      const names = Object.keys(surroundings[Number(id)]?.module ?? {})
      const source = `export const { ${names.join(', ')} } = despatchScenes[${id}].module`
      return { source, format: 'module', shortCircuit: true }
    }
    const scene = url.startsWith('file:') ? new URL(url).searchParams.get('scene') : null
    if (scene === null) return next(url, context)
    const text =
      surroundings[Number(scene)]?.source ?? String(next(url, { ...context, format: 'module' }).source)
    const globals = `const { process, setTimeout, clearTimeout, Date } = despatchScenes[${scene}];`
    return { source: `${globals}${text}`, format: 'module', shortCircuit: true }
  },
})

/** The least of a built page and its surroundings. */
function layOut(appPath: string): void {
  const renderer = join(appPath, 'out', 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Despatch</title>')
  writeFileSync(join(renderer, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(renderer, 'assets', 'index.js.bak'), '{}')
  writeFileSync(join(appPath, 'secret.json'), '{}')
}
