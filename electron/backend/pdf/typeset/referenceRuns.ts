import { Failure } from '../../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { referenceTarget } from '../../../../shared/document/crossReferences.ts'
import type { Run } from './block.ts'
import { placeWords } from './evidence.ts'
import type { Typesetting } from './typesetting.ts'

/** "paragraph 12", as a link to it. Throws `broken-reference`, naming the place, where nothing printed is named. */
export function referenceRuns(node: DocumentNode, { references, places }: Typesetting): Run[] {
  const target = references.get(referenceTarget(node))
  if (target === undefined) {
    throw new Failure(
      'broken-reference',
      `A cross-reference in ${placeWords(places.get(node))} leads to something that is no longer in this pack. Nothing was printed. Remove the reference or make it again.`,
    )
  }
  const { words, anchor } = target
  // A number is not parted from its word by the end of a line.
  const text = words.replace(/^(paragraph|recommendation|Annex|Table) /, '$1\u00a0')
  return [{ text, link: { to: { anchor }, description: `Go to ${words}` } }]
}
