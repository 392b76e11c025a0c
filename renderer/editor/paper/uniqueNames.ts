import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'

/** Keeps what names a block its own, whatever is pasted or split. */
export const UniqueNames = Extension.create({
  name: 'uniqueNames',
  addProseMirrorPlugins: () => [uniqueNames()],
})

/**
 * The plugin alone. Where an edit gives a block the `anchor` of another, or the `issued` label of another of its kind,
 * the one that had it before keeps it; of two new ones the first. A block that was there is never touched: labels such
 * as "(a)" may stand more than once in an issued paper. In a draft that was never issued nothing new has a label.
 */
export const uniqueNames = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, { doc: before }, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      for (const name of ['anchor', 'issued'] as const) {
        const kept = holdersStillThere(before, transactions, name)
        const wasIssued = name === 'anchor' || doc.attrs.layout?.issued
        const taken = new Set<string>()
        doc.forEach((block, at) => {
          if (kept.has(at) && kept.get(at) === block.attrs[name]) taken.add(claim(block, name))
        })
        doc.forEach((block, at) => {
          const value: unknown = block.attrs[name]
          if (typeof value !== 'string' || kept.get(at) === value) return
          const claimed = claim(block, name)
          if (wasIssued && !taken.has(claimed)) taken.add(claimed)
          else tr.setNodeAttribute(at, name, null)
        })
      }
      return tr.docChanged ? tr : null
    },
  })

/** What no other block may have. */
const claim = (block: Node, name: 'anchor' | 'issued'): string =>
  name === 'anchor' ? block.attrs.anchor : `${block.type.name} ${block.attrs.issued}`

/** Where each block that had a name before now stands, with the name. */
function holdersStillThere(
  before: Node,
  transactions: readonly Transaction[],
  name: 'anchor' | 'issued',
): Map<number, unknown> {
  const kept = new Map<number, unknown>()
  before.forEach((block, at) => {
    const value: unknown = block.attrs[name]
    // What is put in right before a block stands before it: it is not the block.
    if (typeof value === 'string')
      kept.set(
        transactions.reduce((position, { mapping }) => mapping.map(position, 1), at),
        value,
      )
  })
  return kept
}
