import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { citationKey, citationTargets } from '../../../shared/document/citations.ts'
import type { CitationTarget } from '../../../shared/document/schema.ts'
import { quotationAtCaret } from '../quotations.ts'
import { selectedNode } from '../selectedNode.ts'

/** A node that cites, with the position before it. */
export interface Citing {
  node: Node
  at: number
}

/** The citation that is selected or stands just before the caret, or else the quotation at the caret; null for none. */
export function citationAtCaret(state: EditorState): Citing | null {
  const selected = selectedNode(state)
  if (selected?.node.type.name === 'citation') return selected
  const { $from, empty } = state.selection
  const before = empty ? $from.nodeBefore : null
  if (before?.type.name === 'citation') return { node: before, at: $from.pos - before.nodeSize }
  return quotationAtCaret(state)
}

/** The citation before another one, with nothing but spaces between; null where there is none. */
export function citationBefore({ doc }: EditorState, { node, at }: Citing): Citing | null {
  if (node.type.name !== 'citation') return null
  const $at = doc.resolve(at)
  let position = at
  for (let i = $at.index() - 1; i >= 0; i--) {
    const before = $at.parent.child(i)
    position -= before.nodeSize
    if (before.type.name === 'citation') return { node: before, at: position }
    if (!before.isText || before.textContent.trim() !== '') return null
  }
  return null
}

/** Makes one citation of two; what both cite in the same place of the source it cites once. */
export function joinCitations(state: EditorState, first: Citing, second: Citing): Transaction {
  const targets = [...targetsOf(first.node), ...targetsOf(second.node)]
  const each = new Map(targets.map(target => [`${citationKey(target)} ${target.locator}`, target]))
  const tr = state.tr.delete(first.at + first.node.nodeSize, second.at + second.node.nodeSize)
  return selectCitation(withTargets(tr, first, [...each.values()]), first.at)
}

/** Makes of a citation of several passages one for each of them. */
export function splitCitation(state: EditorState, { node, at }: Citing): Transaction {
  const each = targetsOf(node).map(target => node.type.create({ ...target, alsoCites: [] }))
  const tr = state.tr.replaceWith(at, at + node.nodeSize, each)
  const end = at + each.reduce((size, one) => size + one.nodeSize, 0)
  return tr.setSelection(Selection.near(tr.doc.resolve(end))).scrollIntoView()
}

/** Says where in each source the cited words stand: "page 4". One locator for each target; "" for none. */
export function locate(state: EditorState, citing: Citing, locators: readonly string[]): Transaction {
  const targets = targetsOf(citing.node).map((target, i) => ({
    ...target,
    locator: locators[i]?.replace(/\s+/g, ' ').trim() || null,
  }))
  return withTargets(state.tr, citing, targets)
}

export const targetsOf = (node: Node): CitationTarget[] => citationTargets(node.toJSON())

function withTargets(
  tr: Transaction,
  { node, at }: Citing,
  [first, ...others]: CitationTarget[],
): Transaction {
  const alsoCites = node.type.name === 'citation' ? { alsoCites: others } : {}
  return tr.setNodeMarkup(at, null, { ...node.attrs, ...first, ...alsoCites })
}

const selectCitation = (tr: Transaction, at: number): Transaction =>
  tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView()
