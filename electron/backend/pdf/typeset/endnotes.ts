import type { PrintSource } from '../printJob.ts'
import type { Block, Run } from './block.ts'
import { citedIn } from './citedIn.ts'
import { type Evidence, passageAnchor, passageDescription, sourceAnchor } from './evidence.ts'
import { reference, shortReference } from './reference.ts'
import { shortened } from './shortened.ts'

/** How much of a passage an endnote repeats: enough to know it again, little enough to be a fair quotation. */
const ENDNOTE_WORDS = 12

/**
 * The list of sources: one numbered endnote for each cited passage. Where the passages are printed too, its number
 * links to the passage. The first of an article's passages gives the reference in full, the others lead to it.
 */
export function endnotes(evidence: Evidence[], hasPassages: boolean): Block {
  const firsts = new Map<PrintSource, Evidence>()
  for (const cited of evidence) if (!firsts.has(cited.source)) firsts.set(cited.source, cited)
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
      blocks: [
        {
          kind: 'paragraph',
          runs: endnote(cited, firsts.get(cited.source) ?? cited),
          where: `source ${cited.number}`,
        },
      ],
    })),
  }
}

function endnote(cited: Evidence, first: Evidence): Run[] {
  const { source, range, locator } = cited
  const words = range && shortened(source.text.slice(range.start, range.end), ENDNOTE_WORDS)
  return [
    ...(first === cited ? reference(source) : sameSource(first)),
    ...(locator ? [{ text: `, ${locator}` }] : []),
    ...(words ? [{ text: `: “${words}”` }] : []),
    ...citedIn(cited, '; cited in'),
  ]
}

/** "The Ellan Gazette, 14 December 2026, as in source 3". */
function sameSource({ number, source }: Evidence): Run[] {
  const description = `The reference in full, at source ${number}`
  return [
    { text: `${shortReference(source)}, as in ` },
    { text: `source\u00a0${number}`, link: { to: { anchor: sourceAnchor(number) }, description } },
  ]
}
