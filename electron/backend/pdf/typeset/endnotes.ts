import type { Block, Run } from './block.ts'
import { citedIn } from './citedIn.ts'
import { type Evidence, passageAnchor, passageDescription, sourceAnchor } from './evidence.ts'
import { reference } from './reference.ts'
import { shortened } from './shortened.ts'

/** How much of a passage an endnote repeats: enough to know it again, little enough to be a fair quotation. */
const ENDNOTE_WORDS = 12

/**
 * The list of sources: one numbered endnote for each cited passage. Where the passages are printed too, its number
 * links to the passage.
 */
export function endnotes(evidence: Evidence[], hasPassages: boolean): Block {
  return {
    kind: 'list',
    numbering: 'Decimal',
    items: evidence.map(cited => ({
      label: [
        {
          text: `${cited.number}.`,
          anchor: sourceAnchor(cited.number),
          ...(hasPassages && {
            link: { to: { anchor: passageAnchor(cited.number) }, description: passageDescription(cited) },
          }),
        },
      ],
      blocks: [{ kind: 'paragraph', runs: endnote(cited), where: `source ${cited.number}` }],
    })),
  }
}

function endnote(cited: Evidence): Run[] {
  const { source, range, locator } = cited
  const words = range && shortened(source.text.slice(range.start, range.end), ENDNOTE_WORDS)
  return [
    ...reference(source),
    ...(locator ? [{ text: `, ${locator}` }] : []),
    ...(words ? [{ text: `: “${words}”` }] : []),
    ...citedIn(cited, '; cited in'),
  ]
}
