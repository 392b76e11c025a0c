import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centralPolicy, writeMarking } from '../../../shared/text/marking/index.ts'
import { site, typedMarkings, validMarkings } from '../../../shared/text/marking/markings.testkit.ts'
import { compositionOf, headOf, levelIn, withLevel, withPart } from './composition.ts'

const plain = { marking: 'OFFICIAL', to: 'Minister' }
const composed = (head: Parameters<typeof compositionOf>[0]) => compositionOf(head, centralPolicy)

describe('a head taken apart and put together', () => {
  test('is the same where nothing was changed', () => {
    fc.assert(
      fc.property(validMarkings, marking => {
        const head = { marking: writeMarking(marking) }
        const again = headOf(head, compositionOf(head, site))
        expect([...again.marking.split(' - ')].sort()).toEqual([...head.marking.split(' - ')].sort())
        expect(headOf(again, compositionOf(again, site))).toEqual(again)
      }),
    )
  })

  test('loses no part, whatever was typed', () => {
    fc.assert(
      fc.property(typedMarkings, typed => {
        const once = headOf({ marking: typed }, composed({ marking: typed }))
        expect(headOf(once, composed(once))).toEqual(once)
      }),
    )
  })
})

describe('what is beside a marking', () => {
  test('is kept where a part asks for it, and left out of the head where none does', () => {
    const head = { ...plain, recipients: 'Ada Example', releaseTo: 'NATO' }
    expect(headOf(head, composed(head))).toEqual(plain)
    const asking = withPart(
      withLevel(composed(head), 'OFFICIAL-SENSITIVE'),
      'instructions',
      'RECIPIENTS ONLY',
      true,
    )
    expect(headOf(head, asking)).toEqual({
      marking: 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY',
      to: 'Minister',
      recipients: 'Ada Example',
    })
  })

  test('is not there, rather than empty', () => {
    const embargoed = withPart(composed(plain), 'instructions', 'EMBARGOED', true)
    expect(headOf(plain, embargoed)).toEqual({ ...plain, marking: 'OFFICIAL - EMBARGOED' })
  })
})

test('instructions keep the order of the policy, also that which names organisations', () => {
  const organised = {
    ...composed({ marking: 'OFFICIAL-SENSITIVE - EMBARGOED - HMG USE ONLY' }),
    organisations: ' home  office ',
  }
  const all = withPart(organised, 'instructions', 'RECIPIENTS ONLY', true)
  expect(headOf(plain, all).marking).toBe(
    'OFFICIAL-SENSITIVE - RECIPIENTS ONLY - HOME OFFICE USE ONLY - HMG USE ONLY - EMBARGOED',
  )
  expect(headOf(plain, { ...composed(plain), organisations: '' }).marking).toBe(
    'OFFICIAL - [ORGANISATION] USE ONLY',
  )
  expect(composed({ marking: 'OFFICIAL - [ORGANISATION] USE ONLY' }).organisations).toBe('')
  expect(composed({ marking: 'OFFICIAL - HMG USE ONLY' }).organisations).toBeNull()
})

test('a level is a tier with or without -SENSITIVE', () => {
  for (const level of ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const) {
    expect(levelIn(withLevel(composed(plain), level))).toBe(level)
  }
  expect(levelIn(composed({ marking: 'RESTRICTED' }))).toBeNull()
})
