import { Failure } from '../../../shared/contract/fault.ts'
import type { MarkedHead } from '../../../shared/text/marking/markedHead.ts'
import { markingProblems } from '../../../shared/text/marking/markingProblems.ts'
import type { SiteMarkings } from '../../../shared/text/marking/siteMarkings.ts'

/** Throws `invalid-input`, with the mend, where a marking is one that nothing leaves the building under. */
export function refuseForbiddenMarking(head: MarkedHead, site: SiteMarkings): void {
  const forbidden = markingProblems(head, site).find(({ stopsExport }) => stopsExport)
  if (!forbidden) return
  throw new Failure(
    'invalid-input',
    `The pack cannot go out under the marking ‘${head.marking.trim()}’, so no PDF was made. ${forbidden.text} The marking is at the head of the draft.`,
  )
}
