import {
  type Level,
  type Marking,
  type MarkingRule,
  matrix,
  ruleOf,
  type SiteMarkings,
} from '../../../shared/text/marking/index.ts'

/** A part of a marking, to be chosen or not. */
export interface PartChoice {
  words: string
  isChosen: boolean
  /** What to remember, or why it cannot be chosen. */
  note: string
  /** It does not go with the level. What was chosen before can still be taken out. */
  isBarred: boolean
}

/** The instructions or descriptors that can be chosen: the policy's, the organisation's, and what the marking has. */
export function partChoices(
  list: 'instructions' | 'descriptors',
  marking: Marking,
  level: Level | null,
  site: SiteMarkings,
): PartChoice[] {
  const kind = list === 'instructions' ? 'instruction' : 'descriptor'
  const central = Object.values(matrix)
    .filter(rule => rule.kind === kind && rule !== matrix.useOnly)
    .map(rule => ({ rule, words: marking[list].find(words => ruleOf(words) === rule) ?? rule.name }))
  const known = new Set(central.map(({ words }) => words))
  const further = [...new Set([...site[list], ...marking[list]])].filter(words => !known.has(words))
  return [
    ...central.map(({ words, rule }) => choice(words, marking[list].includes(words), rule, level)),
    ...further.map(words => choice(words, marking[list].includes(words), ruleOf(words), level)),
  ]
}

const caveats = ['FIVE EYES ONLY', 'UK EYES ONLY', 'UK/US EYES ONLY']

/** The national caveats that can be chosen: those that the policy names, and what the marking has. */
export const caveatChoices = (marking: Marking, level: Level | null): PartChoice[] =>
  [...new Set([...caveats, ...marking.caveats])]
    .sort()
    .map(words => choice(words, marking.caveats.includes(words), matrix.caveat, level))

export function choice(
  words: string,
  isChosen: boolean,
  rule: MarkingRule | null,
  level: Level | null,
): PartChoice {
  const cell = rule === null || level === null ? 'yes' : rule.at[level]
  const isBarred = cell === 'no' || cell === 'never'
  const why = `${cell === 'never' ? 'Never' : 'Not'} with ${level}.`
  return { words, isChosen, isBarred, note: isBarred ? why : (rule?.note ?? '') }
}
