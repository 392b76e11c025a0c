import type { Failure } from '../../shared/contract/fault.ts'

/** Data, on standard output. */
export function writeOut(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Resolves when everything written has reached the pipe, so that a long answer is not cut off at exit. */
writeOut.finished = (): Promise<void> =>
  new Promise(resolve => {
    process.stdout.write('', () => resolve())
  })

export const writeJson = (value: unknown): void => writeOut(JSON.stringify(value))

/** Words, on standard error. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

/** A stated failure: as data with --json, in words always. */
export function sayFault({ code, message }: Failure, isJson: boolean): void {
  if (isJson) writeJson({ fault: { code, message } })
  say(message)
}
