import { formProblem } from './formProblem.ts'
import type { Marking } from './marking.ts'
import { type MarkingRule, matrix } from './matrix.ts'
import { oldTierIn, replacedBy } from './oldMarkings.ts'
import { parseMarking } from './parseMarking.ts'
import { ruledParts } from './ruleOf.ts'
import { centralPolicy, type SiteMarkings } from './siteMarkings.ts'
import { isAboveOfficial, type Level, levelOf } from './tiers.ts'

/** One thing that is wrong with a marking. */
export interface MarkingProblem {
  /** What is wrong and the mend, in a sentence or two. */
  text: string
  /** Whether nothing is exported or issued with it. Everything else is said, and left to the official. */
  stopsExport: boolean
}

/**
 * Judges the words of a marking by the validity matrix, what must be mended first of all. An official may know better
 * than the matrix, which every organisation may extend; so only this stops an export: a marking no longer in use in
 * place of a tier, FOR PUBLIC RELEASE on anything but OFFICIAL, a national caveat below SECRET, -SENSITIVE on a tier
 * that has none, and a tier that this archive is not allowed to hold.
 */
export function judgeMarking(text: string, site: SiteMarkings = centralPolicy): MarkingProblem[] {
  if (text.trim() === '') return [doubt(NO_MARKING)]
  const marking = parseMarking(text, site)
  return [
    ...tierProblems(marking, site),
    ...ruledParts(marking).flatMap(part => partProblem(part, marking)),
    ...contradictions(marking),
    ...marking.others.map(part => otherProblem(part, site)),
    ...formProblem(text, marking).map(doubt),
  ].sort((a, b) => Number(b.stopsExport) - Number(a.stopsExport))
}

const NO_MARKING = 'There is no marking. Every page should carry one, such as OFFICIAL.'

const doubt = (text: string): MarkingProblem => ({ text, stopsExport: false })
const stop = (text: string): MarkingProblem => ({ text, stopsExport: true })

function tierProblems({ tier, isSensitive, others }: Marking, site: SiteMarkings): MarkingProblem[] {
  if (tier === null) {
    return others.some(oldTierIn)
      ? []
      : [doubt('A marking begins with its tier, such as OFFICIAL. Put the tier first.')]
  }
  const problems: MarkingProblem[] = []
  if (isSensitive && levelOf(tier, isSensitive) === null) {
    problems.push(stop(`-SENSITIVE is added to OFFICIAL alone. Write ${tier}, or OFFICIAL-SENSITIVE.`))
  }
  if (isAboveOfficial(tier) && !site.allowsSecret) problems.push(stop(notAllowed(tier)))
  return problems
}

const notAllowed = (tier: string): string =>
  `${tier} is switched off in Settings. Such material must not be kept or drafted on a system that is not approved for it. Where Despatch and this computer are approved, allow it in Settings.`

/** What the matrix says against a part, at the level of its marking. */
function partProblem(part: { words: string; rule: MarkingRule }, marking: Marking): MarkingProblem[] {
  const { words, rule } = part
  const level = levelOf(marking.tier, marking.isSensitive)
  const problems = level === null ? [] : cellProblem(words, rule, level)
  if (rule === matrix.useOnly && !/^(?!\[).*\p{L}.* USE ONLY$/u.test(words)) {
    problems.push(doubt(`${words} names no organisation. Name at least one, as in HOME OFFICE USE ONLY.`))
  }
  if (rule === matrix.caveat && words === 'EYES ONLY') {
    problems.push(doubt('EYES ONLY names no country. Name it, as in UK EYES ONLY.'))
  }
  return problems
}

function cellProblem(words: string, rule: MarkingRule, level: Level): MarkingProblem[] {
  const cell = rule.at[level]
  if (cell === 'yes') return []
  if (cell === 'seldom') {
    return [
      doubt(
        `${words} reads as a codeword, which ${level} seldom carries. Check it, or list it in Settings if it is an instruction or descriptor of your organisation.`,
      ),
    ]
  }
  const text = `${words} ${cell === 'never' ? 'never goes' : 'does not go'} with ${level}. ${rule.instead}`
  return [rule === matrix.caveat || rule === matrix.forPublicRelease ? stop(text) : doubt(text)]
}

function contradictions({ instructions }: Marking): MarkingProblem[] {
  const others = instructions.filter(words => words !== matrix.forPublicRelease.name)
  return others.length < instructions.length && others.length > 0
    ? [doubt(`FOR PUBLIC RELEASE and ${others[0]} contradict each other. Leave one of them out.`)]
    : []
}

function otherProblem(part: string, site: SiteMarkings): MarkingProblem {
  const old = oldTierIn(part)
  if (old) {
    return stop(
      `${old.words} is no longer in use. Write ${old.instead}, as the creator of the information decides.`,
    )
  }
  const now = replacedBy(part)
  if (now) return doubt(`${part} is no longer in use. Write ${now}.`)
  if (/^REL[ -]/.test(part)) {
    return doubt(`${part} stands under a UK marking, not in it. Write it under ‘Released to’.`)
  }
  if (/\bSECRET\b/.test(part) && !site.allowsSecret) return stop(notAllowed(part))
  if (/\b(?:OFFICIAL|SECRET)\b/.test(part)) {
    return doubt(`${part} is a second tier. A marking has one: leave the highest, as its creator decides.`)
  }
  return doubt(
    `${part} is no instruction or descriptor of the classification policy. Check its spelling, or list it in Settings if your organisation has laid it down.`,
  )
}
