import { judgeMarking, type MarkingProblem } from './judgeMarking.ts'
import type { MarkedHead } from './markedHead.ts'
import type { Marking } from './marking.ts'
import { matrix } from './matrix.ts'
import { namesDate, namesTime } from './momentInWords.ts'
import { parseMarking } from './parseMarking.ts'
import { centralPolicy, type SiteMarkings } from './siteMarkings.ts'

/**
 * What is wrong with the marking of a paper and with what stands under it, what stops an export first. Empty when all
 * is in order.
 */
export function markingProblems(head: MarkedHead, site: SiteMarkings = centralPolicy): MarkingProblem[] {
  const marking = parseMarking(head.marking, site)
  return [
    ...judgeMarking(head.marking, site),
    ...recipientProblems(head, marking),
    ...releaseProblems(head, marking),
    ...embargoProblems(head, marking),
    ...laterProblems(head, site),
  ].sort((a, b) => Number(b.stopsExport) - Number(a.stopsExport))
}

const has = (marking: Marking, rule: { name: string }) => marking.instructions.includes(rule.name)
const isEmpty = (text = '') => text.trim() === ''
const doubts = (...texts: (string | false)[]): MarkingProblem[] =>
  texts.filter(text => text !== false).map(text => ({ text, stopsExport: false }))

function recipientProblems({ recipients }: MarkedHead, marking: Marking): MarkingProblem[] {
  const isNeeded = has(marking, matrix.recipientsOnly)
  return doubts(
    isNeeded &&
      isEmpty(recipients) &&
      'RECIPIENTS ONLY needs the recipients by name. Fill in ‘Recipients’ under ‘Marking…’.',
    !isNeeded &&
      !isEmpty(recipients) &&
      'Recipients are named, but the marking does not say RECIPIENTS ONLY. Add it, or remove the names, under ‘Marking…’.',
  )
}

function releaseProblems({ releaseTo }: MarkedHead, { isUk }: Marking): MarkingProblem[] {
  return doubts(
    isUk &&
      isEmpty(releaseTo) &&
      'The prefix UK is only for what is sent to a foreign government or an international organisation. Fill in ‘Released to’ under ‘Marking…’, or remove the prefix.',
    !isUk &&
      !isEmpty(releaseTo) &&
      '‘Released to’ names a receiver abroad, but the marking does not begin with UK. Add the prefix, or remove the name, under ‘Marking…’.',
  )
}

function embargoProblems({ embargoUntil, embargoThen }: MarkedHead, marking: Marking): MarkingProblem[] {
  if (!has(marking, matrix.embargoed)) {
    return doubts(
      !(isEmpty(embargoUntil) && isEmpty(embargoThen)) &&
        'An embargo is described, but the marking does not say EMBARGOED. Add it, or remove the description, under ‘Marking…’.',
    )
  }
  const until = embargoUntil ?? ''
  return doubts(
    isEmpty(until) && 'EMBARGOED needs its date and time. Fill in ‘Embargoed until’ under ‘Marking…’.',
    !isEmpty(until) && !namesDate(until) && 'The embargo gives no date. Write the day on which it ends.',
    !isEmpty(until) &&
      !namesTime(until) &&
      'The embargo gives no time. Write the hour at which it ends, such as 12:30.',
    isEmpty(embargoThen) &&
      'EMBARGOED needs the marking that follows. Fill in ‘Marking afterwards’ under ‘Marking…’.',
  )
}

/** The marking that follows an embargo is a marking itself. */
function laterProblems({ embargoThen = '' }: MarkedHead, site: SiteMarkings): MarkingProblem[] {
  if (isEmpty(embargoThen)) return []
  return [
    ...doubts(
      has(parseMarking(embargoThen, site), matrix.embargoed) &&
        'The marking after the embargo still says EMBARGOED. Remove that part of it.',
    ),
    ...judgeMarking(embargoThen, site).map(({ text, stopsExport }) => ({
      text: `In the marking after the embargo: ${text}`,
      stopsExport,
    })),
  ]
}
