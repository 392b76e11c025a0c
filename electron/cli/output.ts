import type { Fault } from '../../shared/contract/fault.ts'
import { whyNotWritten } from '../backend/whyNotWritten.ts'
import { visibleText } from './visible.ts'

/** What standard output said when it no longer took anything. */
let refused: NodeJS.ErrnoException | null = null

/** From now on a reader who has gone, or a full disk, does not end this process in the middle of its work. */
export function heedOutput(): void {
  process.stdout.on('error', error => {
    refused ??= error
  })
  // There is nowhere left to say it.
  process.stderr.on('error', () => {})
}

/** Whether what is written from now on reaches nobody. */
export const isUnread = (): boolean => refused !== null

/**
 * Resolves when everything written has reached the pipe, so that a long answer is not cut off at exit. Gives
 * whether it arrived. A reader who has gone (`| head -1`) wanted no more, which is no failure.
 */
export async function finishOutput(): Promise<boolean> {
  await new Promise<void>(resolve => process.stdout.write('', () => resolve()))
  if (refused === null || refused.code === 'EPIPE') return true
  say(`The output could not be written: ${whyNotWritten(refused) ?? refused.message}. Write it elsewhere.`)
  return false
}

/** Words for a person, on standard output: nothing in them that a terminal would obey. */
export const writeOut = (text: string): void => write(visibleText(text))

/** Data, on standard output, one value a line unless indented. */
export const writeJson = (value: unknown, indent?: number): void =>
  write(JSON.stringify(value, undefined, indent))

function write(text: string): void {
  if (!isUnread()) process.stdout.write(`${text}\n`)
}

/** Words, on standard error. */
export function say(words: string): void {
  process.stderr.write(`${visibleText(words)}\n`)
}

/** A stated failure: as data with --json, in words always. */
export function sayFault({ code, message }: Fault, isJson: boolean): void {
  if (isJson) writeJson({ fault: { code, message } })
  say(message)
}
