import type { MessagePortMain } from 'electron'
import { Failure } from '../../shared/contract/fault.ts'
import { type Backend, openBackend } from '../backend/index.ts'
import { brokeredFiles } from './brokeredFiles.ts'
import { brokeredJobs } from './brokeredJobs.ts'
import type { FromBackend, OpenArchive, ToBackend } from './messages.ts'
import { servePage } from './servePage.ts'

// The program of the backend's own process. An error that nobody catches ends it, and main starts another.

const main = process.parentPort
const tellMain = (message: FromBackend) => main.postMessage(message)
const jobs = brokeredJobs(tellMain)
const files = brokeredFiles(tellMain)
const opening = Promise.withResolvers<Backend>()
const pages: Promise<void>[] = []
/** How long, in milliseconds, to wait for what the last page said as it went. */
const LAST_WORDS = 1000
// A page that asks is given the fault; here it only must not count as unhandled.
opening.promise.catch(() => {})

main.on('message', ({ data, ports }: { data: ToBackend; ports: MessagePortMain[] }) => {
  if (data.type === 'open') void open(data)
  else if (data.type === 'page') pages.push(...ports.map(port => servePage(port, opening.promise)))
  else if (data.type === 'job.port') for (const port of ports) jobs.arrived(data.job, port)
  else if (data.type === 'job.exit') jobs.ended(data.job)
  else if (data.type === 'files.done') files.done(data.call, data.reply)
  else if (data.type === 'close') void close()
})

async function open(archive: OpenArchive): Promise<void> {
  try {
    const backend = await openBackend({
      kind: 'desktop',
      version: archive.version,
      archiveFolder: archive.archiveFolder,
      assetsFolder: archive.assetsFolder,
      now: () => new Date(),
      startJob: jobs.start,
      files: files.host,
      logError,
    })
    opening.resolve(backend)
    tellMain({ type: 'ready' })
  } catch (error) {
    if (!(error instanceof Failure)) logError(error, 'open')
    const failure = error instanceof Failure ? error : new Failure('internal', unexplained, { cause: error })
    opening.reject(failure)
    tellMain({ type: 'failed', message: failure.message })
  }
}

/** A page saves as it goes, over its own port, and that may arrive after main's word to close. */
async function close(): Promise<void> {
  await Promise.race([Promise.all(pages), new Promise(resolve => setTimeout(resolve, LAST_WORDS))])
  await opening.promise.then(
    backend => backend.close(),
    () => {},
  )
  process.exit(0)
}

/** Main reads this process's error output into the log. */
function logError(error: unknown, context: string): void {
  console.error(context, error)
}

const unexplained =
  'The archive could not be opened. Nothing in it was changed. Try again; the details are in the log.'
