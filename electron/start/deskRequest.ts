import { existsSync, mkdirSync, rmSync, unwatchFile, watch, watchFile, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { takeLock } from '../backend/database/lock.ts'

/** The first desk answers a request by taking the file away; one that has not done so by then will not. */
const ANSWER_WITHIN = 800

const requestFile = (archiveFolder: string): string => join(archiveFolder, 'desk.request')

/**
 * Asks the desk that already holds this archive to come to the front. False when no desk answers: none holds
 * the archive, or another program does, such as a command at the prompt. Takes at most 800 milliseconds.
 */
export async function askFirstDesk(archiveFolder: string): Promise<boolean> {
  if (!isHeld(archiveFolder)) return false
  const file = requestFile(archiveFolder)
  writeFileSync(file, '')
  for (let waited = 0; waited < ANSWER_WITHIN; waited += 20) {
    if (!existsSync(file)) return true
    await wait(20)
  }
  rmSync(file, { force: true })
  return false
}

/** Calls `onRequest` whenever a later desk asks for this one, until the returned function is called. */
export function answerLaterDesks(archiveFolder: string, onRequest: () => void): () => void {
  mkdirSync(archiveFolder, { recursive: true })
  const file = requestFile(archiveFolder)
  rmSync(file, { force: true })
  const look = () => {
    if (!existsSync(file)) return
    rmSync(file, { force: true })
    onRequest()
  }
  const poll = () => watchFile(file, { interval: 200 }, look)
  try {
    const watcher = watch(archiveFolder, look)
    watcher.once('error', poll)
    return () => {
      watcher.close()
      unwatchFile(file, look)
    }
  } catch {
    // Watches are a limited good on Linux: without one, looking now and then does.
    poll()
    return () => unwatchFile(file, look)
  }
}

function isHeld(archiveFolder: string): boolean {
  if (!existsSync(join(archiveFolder, 'archive.lock'))) return false
  const lock = takeLock(archiveFolder)
  lock?.release()
  return lock === null
}
