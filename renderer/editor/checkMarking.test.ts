import { expect, test } from 'vitest'
import { checkMarking, offeredMarkings } from './checkMarking.ts'

test.each([
  ...offeredMarkings,
  'UK OFFICIAL-SENSITIVE',
  'OFFICIAL - HOME OFFICE USE ONLY',
  'OFFICIAL - EMBARGOED',
])('%s is in order', marking => expect(checkMarking(marking)).toBeNull())

test.each([
  ['', 'no marking'],
  ['Official', 'capitals'],
  ['RESTRICTED', 'no longer in use'],
  ['OFFICIAL: SENSITIVE', 'with a hyphen'],
  ['OFFICIAL - SENSITIVE', 'with a hyphen'],
  ['OFFICIAL SENSITIVE', 'with a hyphen'],
  ['OFFICIAL–HMG USE ONLY', 'a space, a hyphen and a space'],
  ['HMG USE ONLY', 'begins with its tier'],
  ['OFFICIAL - RECIPIENTS ONLY', 'goes with OFFICIAL-SENSITIVE'],
  ['OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE', 'not for public release'],
  ['OFFICIAL - UK EYES ONLY', 'for SECRET and above'],
  ['OFFICIAL - PERSONAL', 'PERSONAL DATA'],
  ['TOP SECRET', 'not cleared'],
])('%s is in doubt', (marking, words) => expect(checkMarking(marking)).toContain(words))
