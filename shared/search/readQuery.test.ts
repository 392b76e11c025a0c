import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainQuery } from './explainQuery.ts'
import { highlightTerms, matchRanges } from './matchRanges.ts'
import type { Clause } from './query.ts'
import { readQuery } from './readQuery.ts'

const read = (typed: string) => readQuery(typed, { today: '2025-01-15' })
const filters = (typed: string) => read(typed).filters

/** A clause in one line: terms with slashes, "harb*" a beginning, phrases in quotes. */
function line(clause: Clause | null): string {
  if (!clause) return ''
  const field = 'field' in clause && clause.field ? `${clause.field}:` : ''
  switch (clause.kind) {
    case 'word':
      return field + clause.terms.join('/') + (clause.beginning === null ? '' : ` ${clause.beginning}*`)
    case 'phrase':
      return `${field}"${clause.slots.map(terms => terms.join('/')).join(' ')}"`
    case 'near':
      return `near ${clause.distance} (${clause.words.map(({ terms }) => terms.join('/')).join(', ')})`
    case 'not':
      return `not (${line(clause.clause)})`
    default:
      return `${clause.kind} (${clause.clauses.map(line).join(', ')})`
  }
}

const piece = fc.constantFrom(
  ...[
    '"',
    '“',
    '”',
    '«',
    '»',
    '(',
    ')',
    '|',
    '-',
    '*',
    ' ',
    'OR ',
    ' NOT ',
    ' NEAR/3 ',
    ' NEAR ',
    ' AND ',
    'title:',
  ],
  ...[
    'tag:',
    'after:',
    'on:',
    'cited:',
    '14 December 2024',
    'last week',
    'boat',
    'co-operate',
    '1.2 billion',
    '5%',
  ],
  ...['東京', '😀', '\0', '\u202e', '\ud800', 'مرحبا', 'constructor:', '__proto__:x', 'ﬁ', '٣'],
)
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join('')),
)

function leaves(clause: Clause | null): number {
  if (!clause) return 0
  if (clause.kind === 'not') return leaves(clause.clause)
  if (clause.kind === 'all' || clause.kind === 'any')
    return clause.clauses.reduce((sum, each) => sum + leaves(each), 0)
  return 1
}

describe('readQuery', () => {
  test('reads, explains and marks any string', () => {
    fc.assert(
      fc.property(anything, anything, (typed, text) => {
        const query = read(typed)
        expect(leaves(query.clause)).toBeLessThanOrEqual(64)
        expect(explainQuery(query)).not.toBe('')
        for (const clause of highlightTerms(query)) {
          if (clause.kind === 'word') expect(clause.terms.length).toBeGreaterThan(0)
          else expect(clause.slots.length).toBeGreaterThan(1)
        }
        let reached = 0
        for (const [start, end] of matchRanges(text, query)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          reached = end
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['small boats ', 'all (small, boat)'],
    ['small boats', 'all (small, boat boats*)'],
    ['harb*', 'harb harb*'],
    ['"small boats"', '"small boat"'],
    ['“small boats” harbour ', 'all ("small boat", harbour)'],
    ['«small boats»', '"small boat"'],
    ['"small boats', '"small boat"'],
    ['"boats"', 'boat'],
    ['boats OR ships ', 'any (boat, ship)'],
    ['boats|ships ', 'any (boat, ship)'],
    ['small boats OR ships harbour ', 'all (small, any (boat, ship), harbour)'],
    ['boats or ships ', 'all (boat, or, ship)'],
    ['boats AND ships ', 'all (boat, ship)'],
    ['boats -ferry ', 'all (boat, not (ferri))'],
    ['boats -"small ferry"', 'all (boat, not ("small ferri"))'],
    ['boats NOT ferry', 'all (boat, not (ferri))'],
    ['boats -(ferry OR ship) ', 'all (boat, not (any (ferri, ship)))'],
    ['-ferry', 'not (ferri)'],
    ['-ferry -ship ', 'not (any (ferri, ship))'],
    ['boats NEAR harbour ', 'near 10 (boat, harbour)'],
    ['boats NEAR/5 harbour ', 'near 5 (boat, harbour)'],
    ['boats NEAR/5 "the harbour"', 'all ("the harbour", near 5 (boat, the, harbour))'],
    ['(a OR b) c ', 'all (any (a, b), c)'],
    ['a) (b ', 'all (a, b)'],
    ['title:harbour ', 'title:harbour'],
    ['title:"small boats"', 'title:"small boat"'],
    ['title:(a OR b) c ', 'all (any (title:a, title:b), c)'],
    ['by:smith byline:jones publisher:herald ', 'all (byline:smith, byline:jone, publisher:herald)'],
    ['-title:ferry ', 'not (title:ferri)'],
    ['co-operate ', 'any (cooper, "co oper")'],
    ['"to co-operate"', 'any ("to cooper", "to co oper")'],
    ['£1.2bn ', 'n:1200000000/1200000000'],
    ['£1,200 million', 'n:1200000000/1200000000'],
    ['34,500 ', '34500/n:34500'],
    ['34\u00a0500 ', '34500/n:34500'],
    ['5 per cent ', 'n:5%'],
    ['東京都', '"東京 京都"'],
    ['日 ', '日 日*'],
    ['colour ', 'colour'],
    ['color ', 'colour'],
  ])('%s', (typed, expected) => {
    expect(line(read(typed).clause)).toBe(expected)
    expect(read(typed).filters).toEqual([])
  })

  test.each([
    ['OR boats ', 'all (or, boat)'],
    ['boats OR ', 'all (boat, or)'],
    ['NOT', 'not not*'],
    ['NEAR boats ', 'all (near, boat)'],
    ['foo:bar ', 'all (foo, bar)'],
    ['type:banana ', 'all (type, banana)'],
    ['after:banana ', 'all (after, banana)'],
    ['tag: boats ', 'all (tag, boat)'],
    ['()', ''],
    ['""', ''],
    ['- | 😀', ''],
  ])('%s is no grammar, but words', (typed, expected) => {
    expect(line(read(typed).clause)).toBe(expected)
    expect(read(typed).filters).toEqual([])
  })

  test.each([
    ['tag:"cost of living"', { kind: 'tag', value: 'cost of living', isNot: false }],
    ['-tag:housing', { kind: 'tag', value: 'housing', isNot: true }],
    ['type:notes', { kind: 'type', value: 'note', isNot: false }],
    ['has:version', { kind: 'has', value: 'version', isNot: false }],
    ['kind:"counter view"', { kind: 'highlightKind', value: 'counter-view', isNot: false }],
    ['cited:no', { kind: 'cited', value: false, isNot: false }],
    ['cited:"Harbour pack"', { kind: 'cited', value: 'Harbour pack', isNot: false }],
    ['marking:OFFICIAL', { kind: 'marking', value: 'OFFICIAL', isNot: false }],
    ['after:14 December 2024', { kind: 'date', from: '2024-12-15', to: null, isNot: false }],
    ['before:"3 weeks ago"', { kind: 'date', from: null, to: '2024-12-24', isNot: false }],
    ['before:3 weeks ago', { kind: 'date', from: null, to: '2024-12-24', isNot: false }],
    ['on:2024-12', { kind: 'date', from: '2024-12-01', to: '2024-12-31', isNot: false }],
    ['-on:yesterday', { kind: 'date', from: '2025-01-14', to: '2025-01-14', isNot: true }],
  ])('%s', (typed, expected) => {
    expect(filters(typed)).toEqual([expected])
    expect(read(typed).clause).toBeNull()
  })

  test('words go on after a date', () => {
    expect(line(read('after:14 December 2024 boats ').clause)).toBe('boat')
    expect(filters('after:2024 December plans ')).toEqual([
      { kind: 'date', from: '2025-01-01', to: null, isNot: false },
    ])
  })

  test.each([
    '(',
    ')',
    '()',
    '"',
    '""',
    '«',
    'a ',
    '- ',
    '-a ',
    'OR ',
    'NOT ',
    'a OR ',
    'tag:"',
    '|',
    'title:(',
    'a:',
    'a',
  ])('reads 100 KB of %j', piece => {
    const start = performance.now()
    const query = read(piece.repeat(100_000 / piece.length))
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(leaves(query.clause)).toBeLessThanOrEqual(64)
  })
})
