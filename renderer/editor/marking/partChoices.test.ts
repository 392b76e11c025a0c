import { expect, test } from 'vitest'
import { centralPolicy, judgeMarking, parseMarking } from '../../../shared/text/marking/index.ts'
import { site } from '../../../shared/text/marking/markings.testkit.ts'
import { caveatChoices, partChoices } from './partChoices.ts'
import { usualMarkings } from './usualMarkings.ts'

const of = (list: 'instructions' | 'descriptors', marking: string, rules = centralPolicy) => {
  const parsed = parseMarking(marking, rules)
  const level = parsed.isSensitive ? 'OFFICIAL-SENSITIVE' : parsed.tier
  return partChoices(list, parsed, level, rules)
}
const barred = (choices: ReturnType<typeof of>) =>
  choices.filter(({ isBarred }) => isBarred).map(({ words, note }) => `${words}: ${note}`)

test('only what goes with the level can be chosen, and why is said of the others', () => {
  expect(barred(of('instructions', 'OFFICIAL'))).toEqual(['RECIPIENTS ONLY: Not with OFFICIAL.'])
  expect(barred(of('instructions', 'OFFICIAL-SENSITIVE'))).toEqual([
    'FOR PUBLIC RELEASE: Never with OFFICIAL-SENSITIVE.',
  ])
  expect(barred(of('descriptors', 'TOP SECRET'))).toEqual(['LEGAL: Not with TOP SECRET.'])
  expect(barred(caveatChoices(parseMarking('OFFICIAL'), 'OFFICIAL'))).toHaveLength(3)
  expect(barred(caveatChoices(parseMarking('SECRET'), 'SECRET'))).toEqual([])
})

test('what the organisation has, and what the marking has, can be chosen too', () => {
  expect(of('descriptors', 'OFFICIAL', site).map(({ words }) => words)).toContain('SITE PLANS')
  const [short] = of('descriptors', 'OFFICIAL - LPP').filter(({ isChosen }) => isChosen)
  expect(short).toMatchObject({ words: 'LPP', isBarred: false })
  expect(of('descriptors', 'OFFICIAL - LPP')).toHaveLength(6)
})

test.each(usualMarkings)('%s, which is offered, is in order', marking =>
  expect(judgeMarking(marking)).toEqual([]),
)
