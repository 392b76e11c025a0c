import { isIn, type PackEdition, sectionsOf } from '../../../../shared/document/editions.ts'
import {
  type AnnexSlot,
  type DocumentNode,
  layoutOf,
  type Place,
  walkBriefing,
} from '../../../../shared/document/index.ts'
import { labelBlocks } from '../../../../shared/document/numbering.ts'
import { handlingLines } from '../../../../shared/text/marking/handlingLines.ts'
import type { PrintJob } from '../printJob.ts'
import type { Block, TypesetPack } from './block.ts'
import { changeSheet } from './changeSheet.ts'
import { coverOf } from './coverOf.ts'
import { endnotes } from './endnotes.ts'
import { gatherEvidence, passageAnchor, sourceAnchor } from './evidence.ts'
import { evidenceTable } from './evidenceTable.ts'
import { headingLevels } from './headingLevels.ts'
import { namedReferences } from './namedReferences.ts'
import { sourceExtracts } from './sourceExtracts.ts'
import { statementsIn } from './statements.ts'
import { typesetHead } from './typesetHead.ts'
import { annexHeading, typesetBlocks } from './typesetNode.ts'
import type { Typesetting } from './typesetting.ts'

/**
 * Turns a briefing and its sources into the blocks of a pack: cover, contents, title, head, body, and the annexes in
 * the order of the layout. Throws `missing-source` for a citation that leads nowhere and `broken-reference` for a
 * cross-reference that does.
 */
export function typesetPack(job: PrintJob): TypesetPack {
  const content = unshared(job.briefing.content)
  const edition = job.edition ?? 'full'
  const layout = layoutOf(content)
  const places = new Map<DocumentNode, Place>()
  walkBriefing(content, (node, place) => places.set(node, place))
  const printed = printedSections(content, layout.annexes, edition)
  const evidence = gatherEvidence(content, printed.blocks, job.sources)
  const prints = (kind: string) =>
    evidence.size > 0 && printed.order.some(part => 'generated' in part && part.generated === kind)
  const isPrinted = (index: number) =>
    printed.order.some(part => !('generated' in part) && index >= part.start && index < part.end)
  const sheet = job.since ? changeSheet(job.since, content, isPrinted, edition) : null
  const typesetting: Typesetting = {
    evidence,
    places,
    references: namedReferences(content, printed.blocks),
    citationTarget: prints('extracts') ? passageAnchor : prints('sources') ? sourceAnchor : () => null,
    changed: sheet?.anchors ?? new Map(),
    printed: new Map(),
    level: headingLevels(1),
    inset: 0,
  }
  const { head } = job.briefing
  const title = isVisible(job.title) ? oneLine(job.title) : 'Untitled pack'
  const cited = [...evidence.values()]
  const { generated } = labelBlocks(content)
  return {
    title,
    author: oneLine(head.from),
    marking: oneLine(head.marking).toUpperCase(),
    handling: handlingLines(head),
    date: withZone(job.date),
    blocks: [
      ...frontMatter(),
      ...typesetHead(head),
      ...printed.order.flatMap(part =>
        'generated' in part
          ? generatedAnnex(part.generated)
          : typesetBlocks(content.content!.slice(part.start, part.end), typesetting, part.start),
      ),
    ],
  }

  /** What comes before the paper itself. Whatever is first carries the title as the heading above all others. */
  function frontMatter(): Block[] {
    const titleBlock: Block = { kind: 'title', runs: [{ text: title }], where: 'the title' }
    const before = [...(sheet?.blocks ?? []), ...(layout.contents ? [CONTENTS] : [])]
    if (!layout.cover && before.length === 0) return [titleBlock]
    return [
      layout.cover ? coverOf(title, job.briefing.head, edition, layout.issued) : titleBlock,
      ...before,
      { kind: 'pageBreak' },
      { ...titleBlock, again: true },
    ]
  }

  function generatedAnnex(kind: Exclude<AnnexSlot['kind'], 'written'>): Block[] {
    if (cited.length === 0) return []
    const opening = (name: string, where: string) =>
      annexHeading(generated.get(kind) ?? '', [{ text: name }], where)
    switch (kind) {
      case 'sources':
        return [opening('Sources', 'the sources'), endnotes(cited, prints('extracts'))]
      case 'evidence':
        return [
          opening('Evidence', 'the evidence table'),
          evidenceTable(statementsIn({ type: 'doc', content: printed.blocks }, typesetting), typesetting),
        ]
      case 'extracts':
        return [
          opening('Source extracts', 'the source extracts'),
          ...sourceExtracts(cited, new Set(layout.wholeArticles)),
        ]
    }
  }
}

const CONTENTS: Block = { kind: 'contents', runs: [{ text: 'Contents' }], where: 'the contents' }

type Part = { start: number; end: number } | { generated: Exclude<AnnexSlot['kind'], 'written'> }

/** What goes into this pack, in its order, and the blocks of the draft among it. */
function printedSections(
  content: DocumentNode,
  slots: AnnexSlot[],
  edition: PackEdition,
): { order: Part[]; blocks: DocumentNode[] } {
  const [body, ...annexes] = sectionsOf(content)
  const written = annexes.values()
  const inOrder = slots.flatMap((slot): Part[] => {
    if (slot.kind !== 'written') return isIn(slot.edition, edition) ? [{ generated: slot.kind }] : []
    const { value: section } = written.next()
    return section && isIn(section.edition, edition) ? [section] : []
  })
  const order = [body!, ...inOrder]
  return {
    order,
    blocks: order.flatMap(part =>
      'generated' in part ? [] : (content.content ?? []).slice(part.start, part.end),
    ),
  }
}

/** Places are kept by node; a briefing built in memory may use one node object twice. */
const unshared = (content: DocumentNode): DocumentNode => JSON.parse(JSON.stringify(content)) as DocumentNode

/** Whether anything of a text can be seen; a title of a zero-width space alone is none. */
const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A time without a zone would be read as the machine's own. */
const withZone = (date: string): string => (/T[\d:.]+$/.test(date) ? `${date}Z` : date)
