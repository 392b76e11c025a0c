import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPage, type Page } from './openPage.ts'
import { paginate } from './paginate.ts'
import type { Strip } from './strip.ts'
import { foot, noteRule } from './style.ts'

const strip = (height: number, more: Partial<Strip> = {}): Strip => ({
  height,
  before: 0,
  keepWithNext: false,
  lines: [],
  rules: [],
  ...more,
})
const keep = { keepWithNext: true }
/** A note of lines ten points high, kept together as a paragraph's are. */
const note = (lines: number): Strip[] =>
  Array.from({ length: lines }, (_, i) =>
    strip(10, { keepWithNext: i < lines - 1 && (i === 0 || i === lines - 2) }),
  )
const ruleHeight = noteRule.above + noteRule.below
const bodyHeights = (pages: Page[], notes: Strip[] = []) =>
  pages.map(({ strips }) =>
    strips.flatMap(({ strip }) => (notes.includes(strip) || strip.rules.length > 0 ? [] : strip.height)),
  )
const noteLines = (pages: Page[], notes: Strip[]) =>
  pages.map(({ strips }) => strips.filter(({ strip }) => notes.includes(strip)).length)

/** Strips that must not be parted: widows, orphans, headings, captions. */
function chainsOf(strips: Strip[]): Strip[][] {
  const chains: Strip[][] = []
  for (const [i, one] of strips.entries()) {
    if (i > 0 && strips[i - 1]!.keepWithNext && !one.startsPage) chains.at(-1)!.push(one)
    else chains.push([one])
  }
  return chains
}

test('strips that belong together go to the next page together', () => {
  const pages = paginate([strip(60), strip(20, keep), strip(30)], 100)
  expect(bodyHeights(pages)).toEqual([[60], [20, 30]])
})

test('a chain taller than a page is cut where the page ends', () => {
  const pages = paginate([strip(40, keep), strip(41, keep), strip(42, keep), strip(43)], 100)
  expect(bodyHeights(pages)).toEqual([
    [40, 41],
    [42, 43],
  ])
})

test('what opens a page opens none at the top of one', () => {
  const opens = { startsPage: true }
  expect(bodyHeights(paginate([strip(10, opens), strip(11, opens), strip(12)], 100))).toEqual([
    [10],
    [11, 12],
  ])
})

test('no strips make one page', () => {
  expect(paginate([], 100)).toEqual([{ strips: [], notices: [] }])
})

describe('a table', () => {
  test('goes on under its header again', () => {
    const header = [strip(10, keep)]
    const rows = [1, 2, 3].map(i => strip(40 + i, { header }))
    const pages = paginate([...header, ...rows], 100)
    expect(bodyHeights(pages)).toEqual([
      [10, 41, 42],
      [10, 43],
    ])
    expect(pages[1]!.strips[0]!.repeated).toBe(true)
  })

  test('leaves white space under the header where a row goes on', () => {
    const header = [strip(10, keep)]
    const rows = [strip(80, { header }), strip(40, { header, underHeader: 5 })]
    const [, { strips }] = paginate([...header, ...rows], 100) as [Page, Page]
    expect(strips.map(({ top }) => top)).toEqual([0, 15])
  })

  test('does not repeat a header that would leave a row no room, nor its notes', () => {
    const header = [strip(60, { ...keep, notes: [note(1)] })]
    const rows = [70, 20].map(height => strip(height, { header }))
    const pages = paginate([...header, ...rows], 100)
    expect(bodyHeights(pages, header[0]!.notes!.flat())).toEqual([[60], [70, 20]])
    expect(noteLines(pages, header[0]!.notes!.flat())).toEqual([1, 0])
  })
})

describe('footnotes', () => {
  test('stand on the ground of the page of their labels', () => {
    const notes = [note(1), note(2)]
    const pages = paginate([strip(10, { notes }), strip(20)], 100)
    expect(pages[0]!.strips.map(({ top }) => top)).toEqual([0, 10, 70 - ruleHeight, 70, 80, 90])
  })

  test('take a line with them for which they leave no room', () => {
    const [short] = [note(3)]
    const room = 100 - ruleHeight - 30
    const lines = [strip(room - 9), strip(10, { notes: [short!] })]
    expect(bodyHeights(paginate(lines, 100), short)).toEqual([[room - 9], [10]])
  })

  test('a long one is begun beside its label and continued, never with one line alone', () => {
    const long = note(6)
    const pages = paginate([strip(30), strip(10, { notes: [long] }), strip(40)], 40 + ruleHeight + 55)
    expect(noteLines(pages, long)).toEqual([4, 2])
    expect(bodyHeights(pages, long)).toEqual([[30, 10], [40]])
  })

  test('one longer than pages fills the foot of each', () => {
    const long = note(30)
    const pages = paginate([strip(10, { notes: [long] }), strip(11)], 100)
    expect(noteLines(pages, long)).toEqual([7, 8, 8, 7])
    expect(bodyHeights(pages, long)).toEqual([[10], [], [], [11]])
  })
})

test('a notice is named once on each page that holds its strips, and has its room', () => {
  const rows = [1, 2, 3].map(() => strip(30, { notice: 'Licensed copy' }))
  const pages = paginate([strip(10), ...rows, strip(5)], 100)
  expect(bodyHeights(pages)).toEqual([
    [10, 30, 30],
    [30, 5],
  ])
  expect(pages.map(({ notices }) => notices)).toEqual([['Licensed copy'], ['Licensed copy']])
  expect(70 + foot.notice).toBeLessThan(100)
})

test('under a lead the body begins lower, and what opens a page still begins there', () => {
  const lead = { strips: [strip(10), strip(11)], top: -15 }
  const [page, ...others] = paginate([strip(20, { startsPage: true })], 100, lead)
  expect(page!.strips.map(({ top }) => top)).toEqual([-15, -5, 18])
  expect(others).toEqual([])
})

test('whatever the sizes, each strip and each line of a note stands once, in order, inside its page, on no other', () => {
  const height = 200
  const spec = fc.record({
    height: fc.integer({ min: 1, max: 90 }),
    before: fc.integer({ min: 0, max: 30 }),
    keep: fc.boolean(),
    opens: fc.integer({ min: 0, max: 9 }).map(one => one === 0),
    notes: fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 4 }),
    notice: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    inTable: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(spec, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 300 }),
      (specs, lead) => {
        const header = [strip(12, { ...keep, notes: [note(1)] })]
        const all = specs.map(({ height, before, keep, opens, notes, notice, inTable }) =>
          strip(height, {
            before,
            keepWithNext: keep,
            ...(opens ? { startsPage: true } : {}),
            ...(notes.length > 0 ? { notes: notes.map(note) } : {}),
            ...(notice ? { notice } : {}),
            ...(inTable ? { header } : {}),
          }),
        )
        const head = Array.from({ length: lead / 10 }, () => strip(10))
        const lines = all.flatMap(({ notes }) => (notes ?? []).flat())
        const pages = paginate(all, height, { strips: head, top: -10 })
        const placed = pages.flatMap(({ strips }) => strips.filter(({ repeated }) => !repeated))
        const own = (strips: Strip[]) => placed.map(({ strip }) => strip).filter(one => strips.includes(one))
        expect(own([...head, ...all])).toEqual([...head, ...all])
        expect(own(lines)).toEqual(lines)
        const pageOf = new Map(pages.flatMap(({ strips }, i) => strips.map(({ strip }) => [strip, i])))
        for (const chain of chainsOf(all)) {
          if (!openPage(height).holds(chain)) continue
          expect(new Set(chain.map(one => pageOf.get(one))).size).toBe(1)
        }
        for (const { strips, notices } of pages) {
          const body = strips.filter(({ strip, repeated }) => all.includes(strip) && !repeated)
          for (const { strip } of body.slice(1)) {
            // The first on a page may have more notes than there is room for.
            for (const [line] of strip.notes ?? [])
              expect(strips.some(({ strip }) => strip === line)).toBe(true)
          }
          let bottom = -10
          for (const { strip, top } of strips) {
            expect(top).toBeGreaterThanOrEqual(bottom)
            bottom = top + strip.height
          }
          expect(bottom).toBeLessThanOrEqual(height - notices.length * foot.notice)
        }
      },
    ),
  )
})
