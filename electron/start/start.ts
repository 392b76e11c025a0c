import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../../shared/contract/index.ts'
import { defaultArchiveFolder } from '../node/archiveFolder.ts'
import { buildDesktop, buildRenderer } from './build.ts'
import { answerLaterDesks, askFirstDesk } from './deskRequest.ts'
import { electronBinary } from './electronBinary.ts'
import { inBrowser } from './inBrowser.ts'
import { onDesktop } from './onDesktop.ts'

interface Options {
  archive?: string | undefined
  browser: boolean
  'no-window': boolean
  port: string
  build: boolean
  'no-build': boolean
}

/** What `npm start` does, with its arguments. What went wrong is said, and then the process ends with 1. */
export async function start(args: string[]): Promise<void> {
  try {
    await open(optionsIn(args))
  } catch (error) {
    console.error(isForeseen(error) ? error.message : error)
    process.exitCode = 1
  }
}

/** What was foreseen has its words; a mistake of ours is shown whole. */
const isForeseen = (error: unknown): error is Error =>
  error instanceof Failure ||
  (error instanceof Error &&
    (error.name === 'Error' || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))))

const optionsIn = (args: string[]): Options =>
  parseArgs({
    args,
    options: {
      archive: { type: 'string' },
      browser: { type: 'boolean', default: false },
      'no-window': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      build: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  }).values

async function open(options: Options): Promise<void> {
  if (options.build) {
    await buildRenderer()
    if (electronBinary()) await buildDesktop()
    return
  }
  const archiveFolder = options.archive ? resolve(options.archive) : defaultArchiveFolder()
  if (await handedOver(archiveFolder)) return
  if (!options['no-build']) await buildRenderer()
  // Building takes a while: another desk may have opened the archive meanwhile.
  if (await handedOver(archiveFolder)) return

  let show = () => {}
  const stopAnswering = answerLaterDesks(archiveFolder, () => show())
  try {
    const why = await whyNoElectron(options, archiveFolder, bringToFront => {
      show = bringToFront
    })
    if (why === null) return
    if (why) console.log(why)
    const asked = interrupted()
    const app = await inBrowser({
      archiveFolder,
      port: portNumber(options.port),
      window: mayOpenWindow(options),
    })
    show = app.show
    show()
    await Promise.race([app.closed, asked])
    await app.close()
  } finally {
    stopAnswering()
  }
}

async function handedOver(archiveFolder: string): Promise<boolean> {
  const answered = await askFirstDesk(archiveFolder)
  if (answered) console.log('Despatch is already open on this archive; it was brought to the front.')
  return answered
}

/** Null when the app ran in Electron; else a sentence that says why it did not, empty when nobody asked. */
async function whyNoElectron(
  options: Options,
  archiveFolder: string,
  onOpen: (bringToFront: () => void) => void,
): Promise<string | null> {
  if (options['no-window'] || options.browser) return ''
  if (!hasDisplay()) return 'There is no display here, so Despatch is served to a browser.'
  const reason = await onDesktop(archiveFolder, onOpen)
  return reason && `Electron cannot be used here (${reason}), so Despatch opens in a browser.`
}

function mayOpenWindow(options: Options): boolean {
  return !options['no-window'] && hasDisplay()
}

function hasDisplay(): boolean {
  if (process.env.CI) return false
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function portNumber(words: string): number {
  const port = Number(words)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error(`--port must be a number from 0 to 65535, not "${words}".`)
}

/** Resolves on Ctrl+C, a request to end, or the end of a program that started this one. A second signal ends at once. */
function interrupted(): Promise<void> {
  return new Promise(resolve => {
    process.once('disconnect', resolve)
    process.channel?.unref()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve()
        process.once(signal, () => process.exit(130))
      })
    }
  })
}
