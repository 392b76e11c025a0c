import {
  annexLetter,
  type DocumentNode,
  type Place,
  walkBriefing,
} from '../../../../shared/document/index.ts'
import type { PrintJob } from '../printJob.ts'
import type { TypesetPack } from './block.ts'
import { endnotes } from './endnotes.ts'
import { gatherEvidence } from './evidence.ts'
import { headingLevels } from './headingLevels.ts'
import { sourceExtracts } from './sourceExtracts.ts'
import { typesetHead } from './typesetHead.ts'
import { annexHeading, type Typesetting, typesetNode } from './typesetNode.ts'

/**
 * Turns a briefing and its sources into the blocks of a pack: title, head, body, written annexes, and, where
 * anything is cited, the two generated annexes. Throws `missing-source` for a citation that leads nowhere.
 */
export function typesetPack(job: PrintJob): TypesetPack {
  const content = unshared(job.briefing.content)
  const places = new Map<DocumentNode, Place>()
  let annexes = 0
  walkBriefing(content, (node, place) => {
    places.set(node, place)
    if (node.type === 'annexTitle') annexes++
  })
  const evidence = gatherEvidence(content, job.sources)
  const typesetting: Typesetting = {
    evidence,
    places,
    printed: new Map(),
    level: headingLevels(1),
    inset: false,
  }
  const { head } = job.briefing
  const title = oneLine(job.title) || 'Untitled pack'
  return {
    title,
    author: oneLine(head.from),
    marking: oneLine(head.marking).toUpperCase(),
    handling: [],
    date: withZone(job.date),
    blocks: [
      { kind: 'title', runs: [{ text: title }], where: 'the title' },
      ...typesetHead(head),
      ...typesetNode(content, typesetting),
      ...generatedAnnexes(),
    ],
  }

  function generatedAnnexes() {
    const cited = [...evidence.values()]
    if (cited.length === 0) return []
    return [
      annexHeading(annexLetter(annexes), [{ text: 'Sources' }], 'the sources'),
      endnotes(cited),
      annexHeading(annexLetter(annexes + 1), [{ text: 'Source extracts' }], 'the source extracts'),
      ...sourceExtracts(cited),
    ]
  }
}

/** Places are kept by node; a briefing built in memory may use one node object twice. */
const unshared = (content: DocumentNode): DocumentNode => JSON.parse(JSON.stringify(content)) as DocumentNode

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A time without a zone would be read as the machine's own. */
const withZone = (date: string): string => (/T[\d:.]+$/.test(date) ? `${date}Z` : date)
