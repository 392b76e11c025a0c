import type { Door } from './door.ts'
import { Usage } from './usage.ts'

/** What a command is given; it gives the exit code. */
export interface Given {
  words: string[]
  values: Record<string, string | boolean | undefined>
  isJson: boolean
  door: Door
  /** The text of a file, or of standard input for "-". */
  readInput: (file: string) => string
}

export type Command = (given: Given) => Promise<number>

/** The only word. Throws `Usage` with the complaint when there is another number of them. */
export function one(words: string[], complaint: string): string {
  if (words.length !== 1 || words[0] === undefined) throw new Usage(complaint)
  return words[0]
}

/** Throws `Usage` when there are more words than a command has a use for. */
export function noMoreThan(count: number, words: string[], command: string): void {
  const stray = words[count]
  if (stray !== undefined) throw new Usage(`${command} has no use for “${stray}”.`)
}

/** The value that JSON stands for; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
