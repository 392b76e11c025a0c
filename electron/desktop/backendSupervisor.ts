import { join } from 'node:path'
import {
  BrowserWindow,
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
  type WebContents,
} from 'electron'
import type { EventOf, Reply } from '../../shared/contract/index.ts'
import { askAfterFailure } from './askAfterFailure.ts'
import { deadEnd } from './deadEnd.ts'
import { logError } from './errorLog.ts'
import { brokerJobs } from './jobBroker.ts'
import type { FilesCall, FromBackend, OpenArchive, ToBackend } from './messages.ts'
import { isOurs } from './origin.ts'

export interface BackendSupervisor {
  /** Gives a page that has loaded a new port to the backend. */
  connect(contents: WebContents): void
  /** Resolves when the archive is closed and the backend's process is gone. */
  close(): Promise<void>
}

/** How long to wait before each new attempt, in milliseconds. After the last one the person is asked. */
const BACK_OFF = [250, 1000, 4000]
/** A backend that has run this long, in milliseconds, has recovered. */
const CALM = 60_000

const restarted =
  'Despatch had to restart its archive. Everything that was saved is safe. Check the last thing you did, and do it again if it is not there.'
const stopped =
  'Despatch’s archive has stopped and could not be restarted. Everything that was saved is safe. Quit Despatch and start it again.'

/** Runs the backend in a process of its own, notices its death, tells the pages and brings it back. */
export function superviseBackend(
  archive: OpenArchive,
  handleFiles: (call: FilesCall) => Promise<Reply<string | null>>,
): BackendSupervisor {
  let child: UtilityProcess | null = null
  let deaths = 0
  let closing = false
  /** Why there is no backend, once it has been given up. */
  let failure: string | null = null
  let timer: NodeJS.Timeout | undefined

  start(null)
  return { connect: contents => connect(contents, null), close }

  function start(news: EventOf<'host.backend'> | null): void {
    const born = utilityProcess.fork(join(import.meta.dirname, 'backend.js'), [], {
      serviceName: 'Despatch archive',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = born
    failure = null
    const tell = (message: ToBackend, ports?: MessagePortMain[]) => {
      if (child === born) born.postMessage(message, ports)
    }
    const jobs = brokerJobs(tell)
    born.stderr?.on('data', data => logError(data, 'backend'))
    born.on('message', (message: FromBackend) => {
      if (child !== born) return
      if (message.type === 'ready') recovered()
      else if (message.type === 'failed') void fail(message.message)
      else if (message.type === 'job.start') jobs.start(message.job, message.entry)
      else if (message.type === 'job.kill') jobs.kill(message.job)
      else void handleFiles(message).then(reply => tell({ type: 'files.done', call: message.call, reply }))
    })
    born.once('exit', code => {
      jobs.killAll()
      if (child !== born) return
      child = null
      clearTimeout(timer)
      if (closing) return
      logError(`the backend's process ended with ${code}`, 'main')
      const wait = BACK_OFF[deaths++]
      if (wait === undefined) void fail(stopped)
      else timer = setTimeout(() => start({ restarted: true, message: restarted }), wait)
    })
    tell({ type: 'open', ...archive })

    function recovered(): void {
      timer = setTimeout(() => {
        deaths = 0
      }, CALM)
      if (news) for (const window of BrowserWindow.getAllWindows()) connect(window.webContents, news)
    }
  }

  function connect(contents: WebContents, news: EventOf<'host.backend'> | null): void {
    // The page's port is its only way in, so it goes to the top frame of our own page and to nothing else.
    if (contents.isDestroyed()) return
    const frame = contents.mainFrame
    if (!frame || frame.detached || frame.parent || !isOurs(frame.url)) return
    // While another attempt is awaited there is nothing to connect to; when it succeeds, every window is connected.
    if (!child && failure === null) return
    const { port1, port2 } = new MessageChannelMain()
    if (news) port1.postMessage({ event: { name: 'host.backend', data: news } })
    if (child) child.postMessage({ type: 'page' } satisfies ToBackend, [port1])
    else deadEnd(port1, failure ?? stopped)
    frame.postMessage('despatch-port', null, [port2])
  }

  /** Tells every page that there is no backend, then lets the person choose. */
  async function fail(message: string): Promise<void> {
    const broken = child
    child = null
    broken?.kill()
    failure = message
    for (const window of BrowserWindow.getAllWindows()) {
      connect(window.webContents, { restarted: false, message })
    }
    if (!(await askAfterFailure(message)) || closing) return
    deaths = 0
    start({ restarted: true, message: restarted })
  }

  function close(): Promise<void> {
    closing = true
    clearTimeout(timer)
    const open = child
    if (!open) return Promise.resolve()
    return new Promise(resolve => {
      open.once('exit', () => resolve())
      open.postMessage({ type: 'close' } satisfies ToBackend)
    })
  }
}
