import type { BriefingHead } from '../../../../shared/document/briefing.ts'
import type { Block } from './block.ts'

const fields = [
  ['To', 'to'],
  ['From', 'from'],
  ['Date', 'date'],
  ['Copy', 'copy'],
  ['Decision by', 'decisionBy'],
  ['Reference', 'reference'],
] as const

/** The To, From, Date block of a submission; no block at all when every line is empty. */
export function typesetHead(head: BriefingHead): Block[] {
  const rows = fields
    .map(([name, key]) => ({ name, runs: [{ text: head[key].trim().replace(/\s*\r?\n\s*/g, '\n') }] }))
    .filter(({ runs }) => runs[0]?.text !== '')
  return rows.length === 0 ? [] : [{ kind: 'fields', rows, where: 'the block at the head' }]
}
