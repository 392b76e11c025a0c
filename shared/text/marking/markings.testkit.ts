import fc from 'fast-check'
import type { Marking } from './marking.ts'
import type { SiteMarkings } from './siteMarkings.ts'

export const site: SiteMarkings = {
  instructions: ['NOT FOR WALL DISPLAY'],
  descriptors: ['LOCSEN', 'SITE PLANS'],
  allowsSecret: true,
}

const words = [
  'OFFICIAL',
  'SENSITIVE',
  'SECRET',
  'TOP',
  'UK',
  'US',
  'FIVE',
  'EYES',
  'ONLY',
  'USE',
  'HMG',
  'HOME',
  'OFFICE',
  'RECIPIENTS',
  'FOR',
  'PUBLIC',
  'RELEASE',
  'EMBARGOED',
  'PERSONAL',
  'DATA',
  'LEGAL',
  'LPP',
  '(LPP)',
  'PROFESSIONAL',
  'PRIVILEGE',
  'MARKET',
  'COMMERCIAL',
  'HR',
  'MANAGEMENT',
  'RESTRICTED',
  'PROTECT',
  'LIMDIS',
  'REL-EU',
  'LOCSEN',
  'NOT',
  'PROTECTIVELY',
  'MARKED',
  'ZEPHYR',
  'ß',
  'ŉ',
  'ı',
  '[ORGANISATION]',
  '7',
]
const joints = [' - ', ' ', '-', '–', ' — ', ' -', '- ', ': ', '/', ' / ', ', ', '\n', '  ', ' -- ', '']

/** Texts such as somebody may type for a marking, right and wrong. */
export const typedMarkings: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints), fc.boolean()), { maxLength: 9 })
    .map(pieces => pieces.map(([word, joint, low]) => (low ? word.toLowerCase() : word) + joint).join('')),
)

/** Markings in which everything goes with everything else. */
export const validMarkings: fc.Arbitrary<Marking> = fc
  .record({
    isUk: fc.boolean(),
    tier: fc.constantFrom('OFFICIAL' as const, 'SECRET' as const, 'TOP SECRET' as const),
    isSensitive: fc.boolean(),
    instructions: fc.uniqueArray(
      fc.constantFrom(
        'RECIPIENTS ONLY',
        'HMG USE ONLY',
        'EMBARGOED',
        'HOME OFFICE AND MOD USE ONLY',
        'NOT FOR WALL DISPLAY',
      ),
    ),
    descriptors: fc.uniqueArray(
      fc.constantFrom(
        'PERSONAL DATA',
        'LPP',
        'LEGAL',
        'MARKET SENSITIVE',
        'COMMERCIAL',
        'HR / MANAGEMENT',
        'LOCSEN',
      ),
    ),
    codewords: fc.uniqueArray(fc.constantFrom('ZEPHYR', 'HALYARD')),
    caveats: fc.uniqueArray(fc.constantFrom('UK EYES ONLY', 'FIVE EYES ONLY', 'UK/US EYES ONLY')),
  })
  .map(({ instructions, descriptors, ...marking }) => {
    const isOfficial = marking.tier === 'OFFICIAL'
    const isSensitive = isOfficial && marking.isSensitive
    return {
      ...marking,
      isSensitive,
      instructions: instructions.filter(
        words =>
          !(words === 'RECIPIENTS ONLY' && isOfficial && !isSensitive) &&
          !(/^(?:HMG|EMBARGOED)/.test(words) && marking.tier === 'TOP SECRET'),
      ),
      descriptors: descriptors.filter(words => words !== 'LEGAL' || isOfficial),
      codewords: isOfficial ? [] : marking.codewords,
      caveats: isOfficial ? [] : [...marking.caveats].sort(),
      others: [],
    }
  })
