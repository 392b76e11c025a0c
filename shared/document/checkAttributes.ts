import type { DocumentNode } from './briefing.ts'
import type { NodeName } from './schema.ts'

type Check = (value: unknown) => boolean

const whole =
  (least: number, most: number): Check =>
  value =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const text: Check = value => typeof value === 'string'
const textOrNull: Check = value => value === null || typeof value === 'string'

const target = { articleId: text, version: whole(1, 1_000_000), highlightId: textOrNull, locator: textOrNull }
const cell = { colspan: whole(1, 100), rowspan: whole(1, 1000) }

/** What an attribute may be where it is given. ProseMirror checks content, and takes any attribute for true. */
const checks: Partial<Record<NodeName, Record<string, Check>>> = {
  heading: { level: whole(1, 3) },
  orderedList: { start: whole(0, 100_000), type: textOrNull },
  tableHeader: cell,
  tableCell: cell,
  citation: target,
  quotation: { ...target, exact: text, declared: value => value === 'verbatim' || value === 'paraphrase' },
}

/** Throws, naming the attribute, when a node carries a value that no Despatch writes. */
export function checkAttributes(node: DocumentNode): void {
  for (const [name, check] of Object.entries(checks[node.type as NodeName] ?? {})) {
    const value = node.attrs?.[name]
    if (value !== undefined && !check(value)) {
      throw new RangeError(`${node.type}: ${name} is ${JSON.stringify(value)}`)
    }
  }
  for (const child of node.content ?? []) checkAttributes(child)
}
