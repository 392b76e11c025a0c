import type { Refuse } from '../../parsedSource.ts'
import { createBudget } from '../../unpack/budget.ts'
import { unpackLimits } from '../../unpack/member.ts'
import { Refused, Spent } from '../../unpack/refused.ts'
import { type Entry, entriesOf, entryName, openZip, readEntry } from '../../unpack/zipEntries.ts'

/** A book's files. Gives the bytes of one by its path in the book, or null when there is none. */
export type EpubFiles = (path: string) => Promise<Uint8Array | null>

/** Books of pictures have some thousands of files; only those that are asked for are unpacked. */
const mostEntries = 20_000

/** Opens a book (a zip archive) on the same budget as any archive. `refuse` throws, now or when a file is asked for. */
export async function epubFiles(bytes: Uint8Array, refuse: Refuse): Promise<EpubFiles> {
  const inWords = (error: unknown): never => {
    if (error instanceof Refused) return refuse(error.message)
    if (error instanceof Spent) return refuse(`${error.message}, which no book to be read has.`)
    throw error
  }
  const budget = createBudget(unpackLimits)
  const entries = new Map<string, Entry>()
  const zip = await openZip(bytes).catch(inWords)
  const next = entriesOf(zip)
  for (let entry = await next().catch(inWords); entry; entry = await next().catch(inWords)) {
    const name = await entryName(entry)
    if (!entries.has(name)) entries.set(name, entry)
    if (entries.size > mostEntries)
      refuse(`it holds more than ${mostEntries} files, which no book to be read has.`)
  }
  return async path => {
    const entry = entries.get(path)
    return entry ? await readEntry(zip, entry, budget.counter()).catch(inWords) : null
  }
}
