import { readFileSync } from 'node:fs'
import { ParsedSource } from '../../parsedSource.ts'
import type { Reader } from '../parseFile.ts'
import { refusing } from '../readOne.testkit.ts'

/** The articles a reader finds in bytes, each as it would be stored. */
export async function readAll(read: Reader, name: string, bytes: Uint8Array): Promise<ParsedSource[]> {
  const { articles } = await read({ name, bytes }, refusing(name))
  return articles.map(article => ParsedSource.parse(article))
}

/** The articles in a file of the `fixtures` folder beside a test. */
export function readFixture(read: Reader, name: string, beside: string): Promise<ParsedSource[]> {
  return readAll(read, name, new Uint8Array(readFileSync(new URL(`fixtures/${name}`, beside))))
}

/** One line a block: kind, reason in brackets, words. */
export const shown = ({ text, blocks }: ParsedSource): string[] =>
  blocks.map(
    ({ kind, start, end, furniture }) =>
      `${kind}${furniture ? ` [${furniture}]` : ''}: ${text.slice(start, end)}`,
  )
