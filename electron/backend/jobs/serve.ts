import { flushCompileCache } from 'node:module'

/** What a job may do while it works. */
export interface JobTools {
  progress(done: number, total: number, note: string): void
  /** Hands over a part of the result at once. Resolves when it has been dealt with, so that parts never pile up. */
  give(item: unknown): Promise<void>
}

/** One piece of work: plain data in, plain data out. */
export type Work = (input: never, tools: JobTools) => unknown | Promise<unknown>

/** What a job's process is sent, and what it answers. Everything is a structured clone. */
export type JobRequest = { id: number; input: unknown } | { id: number; taken: number }
export type JobAnswer =
  | { id: number; item: unknown; number: number }
  | { id: number; progress: [done: number, total: number, note: string] }
  | { id: number; value: unknown }
  | { id: number; fault: { code: string; message: string; isStated: boolean } }

/**
 * Answers requests until the process ends: the whole of a job's program. It is reached through Electron's
 * parent port in a utility process, through Node's channel elsewhere; the first message may bring a port that
 * takes the parent's place.
 */
export function serveJob(work: Work): void {
  const given = new Map<string, () => void>()
  let answered = 0
  const answer = async (request: JobRequest, send: (answer: JobAnswer) => void): Promise<void> => {
    if ('taken' in request) {
      const key = `${request.id} ${request.taken}`
      given.get(key)?.()
      given.delete(key)
      return
    }
    const { id } = request
    let number = 0
    const tools: JobTools = {
      progress: (...step) => send({ id, progress: step }),
      give: item =>
        new Promise(resolve => {
          given.set(`${id} ${++number}`, resolve)
          send({ id, item, number })
        }),
    }
    try {
      send({ id, value: await work(request.input as never, tools) })
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: unknown }
      const isStated = error instanceof Error && error.name === 'Failure'
      send({ id, fault: { code: String(code), message: String(message ?? error), isStated } })
    }
    // A process that is killed when it is needed no more writes down nothing at its end. Later readers are loaded later.
    answered++
    if ((answered & (answered - 1)) === 0) setImmediate(flushCompileCache)
  }
  // Ctrl+C at a terminal reaches every process of the group; what it means is for the one that started this to say.
  process.on('SIGINT', () => {})
  const parentPort = (process as { parentPort?: ParentPort }).parentPort
  if (parentPort) {
    parentPort.on('message', ({ ports }) => {
      for (const port of ports) {
        port.on('message', ({ data }) => void answer(data as JobRequest, reply => port.postMessage(reply)))
        port.start()
      }
    })
  } else {
    process.on('message', request => void answer(request as JobRequest, reply => process.send?.(reply)))
    process.on('disconnect', () => process.exit())
  }
}

/** The part of Electron's parent port used here; this room does not know Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { ports: TransferredPort[] }) => void): void
}
interface TransferredPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start(): void
}
