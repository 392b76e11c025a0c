import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { site, typedMarkings, validMarkings } from './markings.testkit.ts'
import { parseMarking } from './parseMarking.ts'
import { writeMarking } from './writeMarking.ts'

describe('a marking is taken apart', () => {
  test.each([
    ['OFFICIAL', { tier: 'OFFICIAL' }],
    ['top secret', { tier: 'TOP SECRET' }],
    [
      'UK SECRET - ZEPHYR - UK EYES ONLY',
      { isUk: true, tier: 'SECRET', codewords: ['ZEPHYR'], caveats: ['UK EYES ONLY'] },
    ],
    ['OFFICIAL: Sensitive', { tier: 'OFFICIAL', isSensitive: true }],
    ['OFFICIAL - SENSITIVE COMMERCIAL', { tier: 'OFFICIAL', isSensitive: true, descriptors: ['COMMERCIAL'] }],
    ['OFFICIAL-LEGAL', { tier: 'OFFICIAL', descriptors: ['LEGAL'] }],
    [
      'OFFICIAL – DFE, HMT AND NON-CROWN BODIES USE ONLY',
      { tier: 'OFFICIAL', instructions: ['DFE, HMT AND NON-CROWN BODIES USE ONLY'] },
    ],
    ['SECRET - uk / us eyes only', { tier: 'SECRET', caveats: ['UK/US EYES ONLY'] }],
    ['OFFICIAL - HR/MANAGEMENT', { tier: 'OFFICIAL', descriptors: ['HR / MANAGEMENT'] }],
    ['COMMERCIAL - OFFICIAL', { tier: 'OFFICIAL', descriptors: ['COMMERCIAL'] }],
    ['RESTRICTED - COMMERCIAL', { descriptors: ['COMMERCIAL'], others: ['RESTRICTED'] }],
    ['OFFICIALDOM', { codewords: ['OFFICIALDOM'] }],
    ['OFFICIAL - LIMDIS', { tier: 'OFFICIAL', others: ['LIMDIS'] }],
    ['OFFICIAL - SITE PLANS', { tier: 'OFFICIAL', others: ['SITE PLANS'] }],
    [' - ', {}],
  ])('%s', (text, parts) => {
    expect(parseMarking(text)).toEqual({ ...nothing, ...parts })
  })

  test('with the words that an organisation has laid down', () => {
    expect(parseMarking('OFFICIAL - SITE PLANS - NOT FOR WALL DISPLAY', site)).toEqual({
      ...nothing,
      tier: 'OFFICIAL',
      instructions: ['NOT FOR WALL DISPLAY'],
      descriptors: ['SITE PLANS'],
    })
  })
})

const nothing = {
  isUk: false,
  tier: null,
  isSensitive: false,
  instructions: [],
  descriptors: [],
  codewords: [],
  caveats: [],
  others: [],
}

describe('a marking is written', () => {
  test.each([
    [
      'OFFICIAL-SENSITIVE - COMMERCIAL - RECIPIENTS ONLY',
      'OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIAL',
    ],
    [
      'secret - uk/us eyes only - five eyes only - zephyr - legal',
      'SECRET - LEGAL - ZEPHYR - FIVE EYES ONLY - UK/US EYES ONLY',
    ],
    ['OFFICIAL - LEGAL - LEGAL', 'OFFICIAL - LEGAL'],
    ['commercial - restricted', 'RESTRICTED - COMMERCIAL'],
    ['OFFICIAL - ZEPHYR - site plans', 'OFFICIAL - SITE PLANS - ZEPHYR'],
    ['UK – OFFICIAL SENSITIVE', 'UK OFFICIAL-SENSITIVE'],
  ])('%s as %s', (typed, written) => expect(writeMarking(parseMarking(typed))).toBe(written))

  test('once written, is written so again', () => {
    fc.assert(
      fc.property(typedMarkings, fc.boolean(), (typed, isSite) => {
        const rules = isSite ? site : undefined
        const marking = parseMarking(typed, rules)
        const written = writeMarking(marking)
        expect(writeMarking(parseMarking(written, rules))).toBe(written)
      }),
      { numRuns: 5000 },
    )
  })

  test('and taken apart, is the same', () => {
    fc.assert(
      fc.property(validMarkings, marking => {
        expect(parseMarking(writeMarking(marking), site)).toEqual(marking)
      }),
    )
  })
})
