import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formProblem } from './formProblem.ts'
import { judgeMarking } from './judgeMarking.ts'
import { site, typedMarkings, validMarkings } from './markings.testkit.ts'
import { parseMarking } from './parseMarking.ts'
import type { SiteMarkings } from './siteMarkings.ts'
import { writeMarking } from './writeMarking.ts'

const open = { instructions: [], descriptors: [], allowsSecret: true }

/** The validity matrix of the policy of 5 August 2024, row by row, as it is printed in CONVENTIONS 2.2. */
// biome-ignore format: a table is read by its columns
const policy: [part: string, official: string, sensitive: string, secret: string, topSecret: string][] = [
  ['RECIPIENTS ONLY',              'no',     'yes',    'yes', 'yes'],
  ['FOR PUBLIC RELEASE',           'yes',    'never',  'no',  'no'],
  ['HOME OFFICE USE ONLY',         'yes',    'yes',    'yes', 'yes'],
  ['HMG USE ONLY',                 'yes',    'yes',    'yes', 'no'],
  ['EMBARGOED',                    'yes',    'yes',    'yes', 'no'],
  ['PERSONAL DATA',                'yes',    'yes',    'yes', 'yes'],
  ['LEGAL PROFESSIONAL PRIVILEGE', 'yes',    'yes',    'yes', 'yes'],
  ['LPP',                          'yes',    'yes',    'yes', 'yes'],
  ['LEGAL',                        'yes',    'yes',    'no',  'no'],
  ['MARKET SENSITIVE',             'yes',    'yes',    'yes', 'yes'],
  ['COMMERCIAL',                   'yes',    'yes',    'yes', 'yes'],
  ['HR / MANAGEMENT',              'yes',    'yes',    'yes', 'yes'],
  ['UK EYES ONLY',                 'never',  'never',  'yes', 'yes'],
  ['FIVE EYES ONLY',               'never',  'never',  'yes', 'yes'],
  ['UK/US EYES ONLY',              'never',  'never',  'yes', 'yes'],
  ['ZEPHYR',                       'seldom', 'seldom', 'yes', 'yes'],
  ['the prefix UK',                'yes',    'yes',    'yes', 'yes'],
]
const said = { no: 'does not go with', never: 'never goes with', seldom: 'seldom carries' }
const stopping = /^(?:FOR PUBLIC RELEASE|.* EYES ONLY)$/

describe.each(policy)('%s', (part, ...cells) => {
  test.each([
    ['OFFICIAL', cells[0]],
    ['OFFICIAL-SENSITIVE', cells[1]],
    ['SECRET', cells[2]],
    ['TOP SECRET', cells[3]],
  ])('at %s: %s', (level, cell) => {
    const problems = judgeMarking(part === 'the prefix UK' ? `UK ${level}` : `${level} - ${part}`, open)
    if (cell === 'yes') return expect(problems).toEqual([])
    expect(problems).toHaveLength(1)
    const [{ text, stopsExport }] = problems as [(typeof problems)[0]]
    expect(text).toContain(part)
    expect(text).toContain(said[cell as 'no'])
    expect(text).toContain(level)
    expect(stopsExport).toBe(stopping.test(part))
  })
})

const wrong = (marking: string, rules: SiteMarkings = open) =>
  judgeMarking(marking, rules).map(({ text }) => text)

describe('what is wrong is said with its mend', () => {
  test.each([
    ['', 'no marking'],
    ['Official', 'capitals: OFFICIAL.'],
    ['OFFICIAL: SENSITIVE', 'with a hyphen and no spaces: OFFICIAL-SENSITIVE.'],
    ['OFFICIAL - SENSITIVE', 'with a hyphen'],
    ['OFFICIAL SENSITIVE', 'with a hyphen'],
    ['OFFICIAL–HMG USE ONLY', 'a space, a hyphen and a space between the parts: OFFICIAL - HMG USE ONLY.'],
    ['OFFICIAL - ', 'nothing after the last hyphen'],
    ['OFFICIAL - LEGAL - HMG USE ONLY', 'Write OFFICIAL - HMG USE ONLY - LEGAL.'],
    ['SECRET - UK EYES ONLY - FIVE EYES ONLY', 'Write SECRET - FIVE EYES ONLY - UK EYES ONLY.'],
    ['HMG USE ONLY', 'begins with its tier'],
    ['OFFICIAL - USE ONLY', 'Name at least one'],
    ['OFFICIAL - [ORGANISATION] USE ONLY', 'Name at least one'],
    ['SECRET - EYES ONLY', 'Name it'],
    ['OFFICIAL - FOR PUBLIC RELEASE - HMG USE ONLY', 'contradict'],
    ['OFFICIAL - PERSONAL', 'Write PERSONAL DATA.'],
    ['OFFICIAL-SENSITIVE - LIMDIS', 'Write RECIPIENTS ONLY.'],
    ['UK OFFICIAL-SENSITIVE - REL-EU', 'under ‘Released to’'],
    ['OFFICIAL - TOP SECRET', 'second tier'],
    ['OFFICIAL - SECRET', 'second tier'],
    ['SECRET - OFFICIAL', 'second tier'],
    ['OFFICIAL - MARKET SENSITVE', 'Check its spelling'],
  ])('%s', (marking, words) => expect(wrong(marking).join('\n')).toContain(words))

  test('and what a later word of an organisation allows is in order', () => {
    expect(wrong('OFFICIAL - SITE PLANS')).toHaveLength(1)
    expect(wrong('OFFICIAL - NOT FOR WALL DISPLAY - SITE PLANS - LOCSEN', site)).toEqual([])
  })
})

describe('only this stops an export', () => {
  const stops = (marking: string, rules?: typeof open) =>
    judgeMarking(marking, rules).some(({ stopsExport }) => stopsExport)

  test.each([
    'PROTECT',
    'RESTRICTED',
    'CONFIDENTIAL - COMMERCIAL',
    'NOT PROTECTIVELY MARKED',
    'UNCLASSIFIED',
    'UK RESTRICTED',
    'OFFICIAL - CONFIDENTIAL',
    'SECRET',
    'UK TOP SECRET - UK EYES ONLY',
    'NATO SECRET',
    'OFFICIAL - TOP SECRET',
    'SECRET-SENSITIVE',
    'OFFICIAL - UK EYES ONLY',
    'official-sensitive - for public release',
  ])('%s', marking => expect(stops(marking)).toBe(true))

  test.each([
    '',
    'Official',
    'OFFICIAL - RECIPIENTS ONLY',
    'OFFICIAL - ZEPHYR',
    'OFFICIAL: SENSITIVE',
    'OFFICIAL - PERSONAL',
    'HMG USE ONLY',
    'NATO RESTRICTED',
  ])('not %s', marking => expect(stops(marking)).toBe(false))

  test('nor SECRET where it is allowed', () => expect(stops('SECRET', open)).toBe(false))
})

test('what goes together has no problems', () => {
  fc.assert(
    fc.property(validMarkings, marking => {
      expect(judgeMarking(writeMarking(marking), site)).toEqual([])
    }),
  )
})

test('anything typed is judged; each problem is a sentence, and who follows the mend of form is done', () => {
  fc.assert(
    fc.property(typedMarkings, fc.constantFrom(open, site, undefined), (typed, rules) => {
      for (const { text } of judgeMarking(typed, rules)) expect(text).toMatch(/^\S.*\.$/su)
      const written = writeMarking(parseMarking(typed, rules))
      expect(formProblem(written, parseMarking(written, rules))).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
