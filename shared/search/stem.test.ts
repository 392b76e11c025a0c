import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stem } from './stem.ts'

describe('stem', () => {
  // From the sample vocabulary at snowballstem.org/algorithms/english/stemmer.html.
  test.each(
    Object.entries({
      consign: 'consign',
      consigned: 'consign',
      consignment: 'consign',
      consistency: 'consist',
      consolation: 'consol',
      consolatory: 'consolatori',
      consolingly: 'consol',
      conspicuous: 'conspicu',
      conspiracy: 'conspiraci',
      constancy: 'constanc',
      knackeries: 'knackeri',
      kneeling: 'kneel',
      knightly: 'knight',
      knitted: 'knit',
      knives: 'knive',
    }),
  )('%s gives %s', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  test.each([
    ['ponies', 'poni'],
    ['ties', 'tie'],
    ['gas', 'gas'],
    ['gaps', 'gap'],
    ['caresses', 'caress'],
    ['agreed', 'agre'],
    ['hoping', 'hope'],
    ['hopping', 'hop'],
    ['luxuriated', 'luxuri'],
    ['say', 'say'],
    ['by', 'by'],
    ['cry', 'cri'],
    ['generously', 'generous'],
    ['communism', 'communism'],
    ['relational', 'relat'],
    ['analogy', 'analog'],
    ['adoption', 'adopt'],
    ['rolling', 'roll'],
    ['controlling', 'control'],
    ['dying', 'die'],
    ['news', 'news'],
    ['proceeds', 'proceed'],
    ['youth', 'youth'],
  ])('%s gives %s', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  test('gives lower-case letters for any word, and never a longer one but for an e', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), word => {
        expect(stem(word)).toMatch(/^[a-z]+$/)
        expect(stem(word).length).toBeLessThanOrEqual(word.length)
      }),
    )
  })
})
