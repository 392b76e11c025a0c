import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { citationTargets } from '../../../../shared/document/citations.ts'
import type { Run } from './block.ts'
import { citationAnchor, type Evidence, evidenceFor, passageDescription } from './evidence.ts'
import type { Typesetting } from './typesetting.ts'

/** The numbers of what a citation or quotation points at: "[3]", "[3, page 4; 7]", each a link to its passage. */
export function citationRuns(node: DocumentNode, typesetting: Typesetting): Run[] {
  const { evidence, places } = typesetting
  const cited = citationTargets(node).map(target => ({
    locator: target.locator,
    passage: evidenceFor(evidence, target, places.get(node)),
  }))
  const separator = cited.some(({ locator }) => locator !== null) ? '; ' : ', '
  return cited.flatMap(({ passage, locator }, i): Run[] => {
    const opening = i === 0 ? '[' : ''
    const closing = i === cited.length - 1 ? ']' : ''
    const text = `${opening}${passage.number}${locator ? `, ${locator}` : ''}${closing}`
    const run = numberRun(text, passage, typesetting)
    return i === 0 ? [run] : [{ text: separator, raised: true }, run]
  })
}

function numberRun(text: string, passage: Evidence, { printed, citationTarget }: Typesetting): Run {
  const occurrence = (printed.get(passage.number) ?? 0) + 1
  printed.set(passage.number, occurrence)
  const target = citationTarget(passage.number)
  return {
    text,
    raised: true,
    anchor: citationAnchor(passage.number, occurrence),
    ...(target === null
      ? {}
      : { link: { to: { anchor: target }, description: passageDescription(passage) } }),
  }
}
