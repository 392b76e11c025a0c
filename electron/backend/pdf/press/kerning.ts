/** How much nearer the second of two glyphs stands to the first, in the font's units: mostly 0, else mostly negative. */
export type Kerning = (left: number, right: number) => number

/** One step of a lookup: null where it has nothing to say of the pair, so that the next is asked. */
type Subtable = (left: number, right: number) => number | null

/**
 * Reads the kerning of pairs of Latin glyphs from a font's `GPOS` table (OpenType 1.9, chapter 6.9). Null where the
 * font has none, or kerns by more than advances of pairs: such fonts are left to a full layout.
 */
export function readKerning(font: Uint8Array): Kerning | null {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const gpos = tableAt(view, 'GPOS')
  if (gpos === null) return null
  const lookups = kernLookups(view, gpos).map(lookup => readLookup(view, lookup))
  if (lookups.length === 0 || lookups.includes(null)) return null
  return (left, right) => {
    let sum = 0
    for (const subtables of lookups as Subtable[][]) {
      for (const subtable of subtables) {
        const value = subtable(left, right)
        if (value === null) continue
        sum += value
        break
      }
    }
    return sum
  }
}

function tableAt(view: DataView, tag: string): number | null {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    if (tagAt(view, record) === tag) return view.getUint32(record + 8)
  }
  return null
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

/** Where the lookups of the feature `kern` are, for Latin in no language of its own. */
function kernLookups(view: DataView, gpos: number): number[] {
  const scripts = gpos + view.getUint16(gpos + 4)
  const features = gpos + view.getUint16(gpos + 6)
  const lookups = gpos + view.getUint16(gpos + 8)
  const script = [...records(view, scripts)].find(({ tag }) => tag === 'latn')?.at
  if (script === undefined || view.getUint16(script) === 0) return []
  const language = script + view.getUint16(script)
  const named = [...records(view, features)]
  return numbers(view, language + 4).flatMap(index => {
    const feature = named[index]!
    if (feature.tag !== 'kern') return []
    return numbers(view, feature.at + 2).map(lookup => lookups + view.getUint16(lookups + 2 + lookup * 2))
  })
}

function* records(view: DataView, list: number): Generator<{ tag: string; at: number }> {
  for (let i = 0; i < view.getUint16(list); i++) {
    const record = list + 2 + i * 6
    yield { tag: tagAt(view, record), at: list + view.getUint16(record + 4) }
  }
}

/** A count and so many numbers. */
const numbers = (view: DataView, at: number): number[] =>
  Array.from({ length: view.getUint16(at) }, (_, i) => view.getUint16(at + 2 + i * 2))

const PAIRS = 2
const EXTENSION = 9

function readLookup(view: DataView, lookup: number): Subtable[] | null {
  const type = view.getUint16(lookup)
  const subtables = numbers(view, lookup + 4).map(offset => {
    const at = lookup + offset
    if (type !== EXTENSION) return type === PAIRS ? readPairs(view, at) : null
    return view.getUint16(at + 2) === PAIRS ? readPairs(view, at + view.getUint32(at + 4)) : null
  })
  return subtables.includes(null) ? null : (subtables as Subtable[])
}

/** The one value of a pair that can be read here: how far the first glyph advances. */
const X_ADVANCE = 4

function readPairs(view: DataView, at: number): Subtable | null {
  const format = view.getUint16(at)
  if (view.getUint16(at + 4) !== X_ADVANCE || view.getUint16(at + 6) !== 0) return null
  const coverage = readCoverage(view, at + view.getUint16(at + 2))
  return format === 1 ? listedPairs(view, at, coverage) : classPairs(view, at, coverage)
}

function listedPairs(view: DataView, at: number, coverage: Map<number, number>): Subtable {
  return (left, right) => {
    const index = coverage.get(left)
    if (index === undefined) return null
    const set = at + view.getUint16(at + 10 + index * 2)
    for (let i = 0; i < view.getUint16(set); i++)
      if (view.getUint16(set + 2 + i * 4) === right) return view.getInt16(set + 4 + i * 4)
    return null
  }
}

function classPairs(view: DataView, at: number, coverage: Map<number, number>): Subtable {
  const first = readClasses(view, at + view.getUint16(at + 8))
  const second = readClasses(view, at + view.getUint16(at + 10))
  const columns = view.getUint16(at + 14)
  return (left, right) => {
    if (!coverage.has(left)) return null
    const place = (first.get(left) ?? 0) * columns + (second.get(right) ?? 0)
    return view.getInt16(at + 16 + place * 2)
  }
}

/** The glyphs a table speaks of, each with its index there. */
function readCoverage(view: DataView, at: number): Map<number, number> {
  if (view.getUint16(at) === 1) return new Map(numbers(view, at + 2).map((glyph, index) => [glyph, index]))
  return new Map(
    ranges(view, at + 2).flatMap(({ glyphs, value }) => glyphs.map((glyph, i) => [glyph, value + i])),
  )
}

/** The class of each glyph that is not of class 0. */
function readClasses(view: DataView, at: number): Map<number, number> {
  if (view.getUint16(at) === 1) {
    const start = view.getUint16(at + 2)
    return new Map(numbers(view, at + 4).map((value, i) => [start + i, value]))
  }
  return new Map(ranges(view, at + 2).flatMap(({ glyphs, value }) => glyphs.map(glyph => [glyph, value])))
}

function ranges(view: DataView, at: number): { glyphs: number[]; value: number }[] {
  return Array.from({ length: view.getUint16(at) }, (_, i) => {
    const record = at + 2 + i * 6
    const start = view.getUint16(record)
    const glyphs = Array.from({ length: view.getUint16(record + 2) - start + 1 }, (_, n) => start + n)
    return { glyphs, value: view.getUint16(record + 4) }
  })
}
