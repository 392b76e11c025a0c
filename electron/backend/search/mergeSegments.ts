import { byteSink, readNumber, skipNumbers } from './bytes.ts'
import { eachPosting, encodePostings } from './postings.ts'
import type { TermEntry } from './segment.ts'
import type { SegmentReader } from './segmentReader.ts'
import { formTerm } from './terms.ts'
import { type Append, writeSegment } from './writeSegment.ts'

/** A segment that is to be merged, and which of its documents are gone. */
export interface MergedInput {
  reader: SegmentReader
  isDead(document: number): boolean
}

/** What a merge made. */
export interface MergedSegment {
  documents: number
  terms: number
}

/** So much is merged between two pauses: terms, and the documents that hold them. */
const stepsAtOnce = 8000

/**
 * Makes one segment of several, without the documents that are gone. Their keys need not follow on each other: they are
 * put in order. Pauses (yields) often, so that whoever runs it can do other things in between.
 */
export function* mergeSegments(
  inputs: readonly MergedInput[],
  append: Append,
): Generator<void, MergedSegment> {
  const { keys, days, numbers } = mergedDocuments(inputs)
  const writer = writeSegment(keys, days, append)
  const waiting = inputs.map(({ reader }) => ({ entries: reader.all(), entry: null as TermEntry | null }))
  for (const each of waiting) each.entry = next(each.entries)
  const positions = byteSink(1 << 12)
  const firstForm = formTerm('')
  const afterForms = '\u0006'
  let steps = 0
  for (;;) {
    let term: string | null = null
    for (const { entry } of waiting) if (entry && (term === null || entry.term < term)) term = entry.term
    if (term === null) break
    const isForm = term >= firstForm && term < afterForms
    const posted: Posting[] = []
    let form: Uint8Array | null = null
    waiting.forEach((each, i) => {
      const { entry } = each
      if (entry?.term !== term) return
      if (isForm) form ??= inputs[i]!.reader.postingBytes(entry)
      else collect(inputs[i]!, entry, numbers[i]!, posted)
      each.entry = next(each.entries)
    })
    if (form) writer.add({ term, documents: 0, postings: form, positions: nothing })
    else if (posted.length > 0) {
      posted.sort((a, b) => a.document - b.document)
      positions.clear()
      for (const { places } of posted) positions.bytes(places)
      const postings = encodePostings(
        posted.map(({ document }) => document),
        posted.map(({ impact }) => impact),
        keys.length,
      )
      writer.add({ term, documents: posted.length, postings, positions: positions.written() })
    }
    steps += 50 + posted.length
    if (steps < stepsAtOnce) continue
    steps = 0
    yield
  }
  return { documents: keys.length, terms: writer.end() }
}

interface Posting {
  document: number
  impact: number
  places: Uint8Array
}

const nothing = new Uint8Array(0)

const next = (entries: Generator<TermEntry>): TermEntry | null => entries.next().value ?? null

/** The living documents of all, in the order of their keys, and the new number of each old one (-1 when it is gone). */
function mergedDocuments(inputs: readonly MergedInput[]): {
  keys: Uint32Array
  days: Int32Array
  numbers: Int32Array[]
} {
  const living: { key: number; day: number; input: number; document: number }[] = []
  inputs.forEach(({ reader, isDead }, input) => {
    for (let document = 0; document < reader.documents; document++)
      if (!isDead(document))
        living.push({ key: reader.keys[document]!, day: reader.days[document]!, input, document })
  })
  living.sort((a, b) => a.key - b.key)
  const numbers = inputs.map(({ reader }) => new Int32Array(reader.documents).fill(-1))
  living.forEach(({ input, document }, number) => {
    numbers[input]![document] = number
  })
  return {
    keys: Uint32Array.from(living, ({ key }) => key),
    days: Int32Array.from(living, ({ day }) => day),
    numbers,
  }
}

function collect({ reader }: MergedInput, entry: TermEntry, numbers: Int32Array, posted: Posting[]): void {
  const data = reader.positionBytes(entry)
  const cursor = { data, at: 0 }
  eachPosting(reader.postings(entry), (old, impact) => {
    const from = cursor.at
    if (data.length > 0) skipNumbers(cursor, readNumber(cursor))
    const document = numbers[old]!
    if (document >= 0) posted.push({ document, impact, places: data.subarray(from, cursor.at) })
  })
}
