import { type ByteSink, byteSink } from './bytes.ts'
import { writePostings } from './postings.ts'
import { beginningLetters, beginningTerm } from './terms.ts'
import type { Append, SegmentWriter } from './writeSegment.ts'

/** Gathers, from terms that come in order, which documents have a word that begins with one, two and three letters. */
export interface GatheredBeginnings {
  /** The postings of a term: its first so many documents, and what it is worth in each. */
  add(term: string, documents: Uint16Array, impacts: Uint8Array, count: number): void
  /** Writes them all, after all other terms. Pauses (yields) after every so many bytes. */
  write(writer: SegmentWriter, append: Append): Generator<void>
}

/** One beginning that is being gathered: terms are in order, so all of its words come together. */
interface Open {
  letters: string
  /** The best impact for each document of the segment; 0 where it does not stand. */
  row: Uint8Array
  touched: Uint16Array
  count: number
}

/** So many bytes are written in some two milliseconds. */
const bytesAtOnce = 1 << 18

export function gatherBeginnings(all: number): GatheredBeginnings {
  const open = Array.from(
    { length: beginningLetters },
    (): Open => ({
      letters: '',
      row: new Uint8Array(all),
      touched: new Uint16Array(all),
      count: 0,
    }),
  )
  const sink = byteSink(1 << 14)
  const written: { letters: string; documents: number; postings: Uint8Array }[] = []

  const close = (each: Open): void => {
    if (each.count === 0) return
    const documents = each.touched.subarray(0, each.count).sort()
    const impacts = Uint8Array.from(documents, document => each.row[document]!)
    written.push({
      letters: each.letters,
      documents: each.count,
      postings: encoded(sink, documents, impacts, all),
    })
    for (const document of documents) each.row[document] = 0
    each.count = 0
  }
  return {
    add(term, documents, impacts, count) {
      for (const [i, each] of open.entries()) {
        const letters = beginningOf(term, i + 1)
        if (letters !== each.letters) {
          close(each)
          each.letters = letters ?? ''
        }
        if (letters === null) continue
        const { row, touched } = each
        for (let j = 0; j < count; j++) {
          const document = documents[j]!
          const before = row[document]!
          if (before === 0) touched[each.count++] = document
          if (impacts[j]! > before) row[document] = impacts[j]!
        }
      }
    },
    *write(writer, append) {
      for (const each of open) close(each)
      written.sort((a, b) => (a.letters < b.letters ? -1 : 1))
      let bytes = 0
      for (const { letters, documents, postings } of written) {
        append('postings', postings)
        writer.add(beginningTerm(letters), documents, postings.length, 0)
        bytes += postings.length
        if (bytes < bytesAtOnce) continue
        bytes = 0
        yield
      }
    },
  }
}

/** So many letters; null when there are fewer, or the last is half a character. */
function beginningOf(term: string, letters: number): string | null {
  if (term.length < letters || (term.charCodeAt(letters - 1) & 0xfc00) === 0xd800) return null
  return term.slice(0, letters)
}

function encoded(sink: ByteSink, documents: Uint16Array, impacts: Uint8Array, all: number): Uint8Array {
  sink.clear()
  writePostings(sink, documents, impacts, all)
  return sink.written().slice()
}
