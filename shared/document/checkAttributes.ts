import type { DocumentNode } from './briefing.ts'
import { Edition, PackLayout } from './layout.ts'
import type { NodeName } from './schema.ts'

type Check = (value: unknown) => boolean

const whole =
  (least: number, most: number): Check =>
  value =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const text: Check = value => typeof value === 'string'
const textOrNull: Check = value => value === null || typeof value === 'string'

const anchor = { anchor: textOrNull }
const issued = { issued: textOrNull }
const target = { articleId: text, version: whole(1, 1_000_000), highlightId: textOrNull, locator: textOrNull }
/** A citation's further target, which has the attributes of its first. */
const isTarget: Check = value =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(target).every(([name, check]) => check((value as Record<string, unknown>)[name]))
const cell = { colspan: whole(1, 100), rowspan: whole(1, 1000) }

/** What an attribute may be where it is given. ProseMirror checks content, and takes any attribute for true. */
const checks: Partial<Record<NodeName, Record<string, Check>>> = {
  doc: { layout: value => value === null || PackLayout.safeParse(value).success },
  heading: { level: whole(1, 3), ...anchor },
  numberedParagraph: { level: whole(1, 3), ...anchor, ...issued },
  annexTitle: { edition: value => Edition.safeParse(value).success, ...anchor, ...issued },
  recommendation: { verb: text, response: value => typeof value === 'boolean', ...anchor, ...issued },
  tableCaption: anchor,
  footnote: { text },
  crossReference: { target: text },
  orderedList: { start: whole(0, 100_000), type: textOrNull },
  tableHeader: cell,
  tableCell: cell,
  citation: { ...target, alsoCites: value => Array.isArray(value) && value.every(isTarget) },
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
