import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handlingLines } from './handlingLines.ts'
import { markingProblems } from './markingProblems.ts'
import { site, typedMarkings } from './markings.testkit.ts'

const embargo = {
  embargoUntil: 'the announcement on 14/01/27 at 12:30',
  embargoThen: 'OFFICIAL - FOR PUBLIC RELEASE',
}
const wrong = (head: Parameters<typeof markingProblems>[0]) => markingProblems(head).map(({ text }) => text)

describe('what stands under a marking', () => {
  test.each([
    [{ marking: 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY' }, 'needs the recipients by name'],
    [{ marking: 'OFFICIAL', recipients: 'A Person' }, 'does not say RECIPIENTS ONLY'],
    [{ marking: 'UK OFFICIAL' }, 'Fill in ‘Released to’ under ‘Marking…’'],
    [{ marking: 'OFFICIAL', releaseTo: 'Government of France' }, 'does not begin with UK'],
    [{ marking: 'OFFICIAL - EMBARGOED' }, 'needs its date and time'],
    [
      { marking: 'OFFICIAL - EMBARGOED', embargoUntil: embargo.embargoUntil },
      'needs the marking that follows',
    ],
    [{ marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoUntil: 'noon' }, 'gives no date'],
    [{ marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoUntil: '14.10.2027' }, 'gives no time'],
    [{ marking: 'OFFICIAL', ...embargo }, 'does not say EMBARGOED'],
    [
      { marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoThen: 'OFFICIAL - EMBARGOED' },
      'still says EMBARGOED',
    ],
    [
      { marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoThen: 'RESTRICTED' },
      'after the embargo: RESTRICTED',
    ],
  ])('%j', (head, words) => expect(wrong(head).join('\n')).toContain(words))

  test.each([
    { marking: 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY', recipients: 'A Person, B Person' },
    { marking: 'UK OFFICIAL', releaseTo: 'Government of France' },
    { marking: 'OFFICIAL - EMBARGOED', ...embargo },
    { marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoUntil: 'the statement at noon on 3 March 2027' },
    { marking: 'OFFICIAL - EMBARGOED', ...embargo, embargoUntil: '0600 hours on the 3rd of March' },
    { marking: 'OFFICIAL', recipients: ' ', releaseTo: '', embargoUntil: '', embargoThen: '' },
  ])('%j is in order', head => expect(wrong(head)).toEqual([]))

  test('never throws', () => {
    const text = fc.option(fc.oneof(typedMarkings, fc.constantFrom('12/12/26 at 5pm', 'noon', ' ')), {
      nil: undefined,
    })
    fc.assert(
      fc.property(
        typedMarkings,
        fc.record({ recipients: text, embargoUntil: text, embargoThen: text, releaseTo: text }),
        (marking, beside) => {
          for (const problem of markingProblems({ marking, ...beside }, site))
            expect(problem.text).toMatch(/\.$/)
          for (const line of handlingLines({ marking, ...beside })) expect(line).toMatch(/^\S[^\n]*$/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('the lines under a marking', () => {
  test('none where there is nothing to say', () => {
    expect(handlingLines({ marking: 'OFFICIAL' })).toEqual([])
    expect(handlingLines({ marking: 'OFFICIAL', recipients: ' \n ', embargoThen: 'OFFICIAL' })).toEqual([])
  })

  test('the embargo, the release, the recipients', () => {
    expect(
      handlingLines({
        marking: 'UK OFFICIAL-SENSITIVE - RECIPIENTS ONLY - EMBARGOED',
        ...embargo,
        recipients: 'A Person\nB Person',
        releaseTo: 'French Government',
      }),
    ).toEqual([
      'This information will remain classified until the announcement on 14/01/27 at 12:30, after which the information will be OFFICIAL - FOR PUBLIC RELEASE.',
      'This information has been provided in confidence to the French Government and should not be released without prior agreement from the UK Government.',
      'Recipients: A Person B Person',
    ])
  })

  test.each([
    ['the Government of France.', 'to the Government of France and'],
    ['NATO', 'to NATO and'],
    ['rel-eu', /^REL-EU$/],
  ])('released to %s', (releaseTo, words) => {
    const [line] = handlingLines({ marking: 'UK OFFICIAL', releaseTo })
    expect(line).toMatch(words)
  })
})
