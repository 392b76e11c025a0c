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
 * the one that had it before keeps it; of two new ones the first. Only one left empty gives it up, to where its words
 * were moved. What stood twice before is left alone: so do labels such as "(a)" in an issued paper. In a draft that was
 * never issued nothing new has a label.
 */
export const uniqueNames = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, { doc: before }, { doc, tr }) {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      for (const name of ['anchor', 'issued'] as const) {
        const kept = holdersStillThere(before, transactions, name)
        const isMeant = name === 'anchor' || Boolean(doc.attrs.layout?.issued)
        const holders = new Map<string, Holder>()
        doc.forEach((block, at) => {
          const value: unknown = block.attrs[name]
          if (typeof value !== 'string') return
          const isOld = kept.get(at) === value
          if (!isOld && !isMeant) {
            tr.setNodeAttribute(at, name, null)
            return
          }
          const holder: Holder = { at, isOld, isEmpty: block.content.size === 0 }
          const claimed = name === 'anchor' ? value : `${block.type.name} ${value}`
          const rival = holders.get(claimed)
          const loser = rival && loserOf(rival, holder)
          if (loser) tr.setNodeAttribute(loser.at, name, null)
          if (loser !== holder) holders.set(claimed, holder)
        })
      }
      return tr.docChanged ? tr : null
    },
  })

/** A block that has a name which another has as well. */
interface Holder {
  at: number
  /** Whether it had it before. */
  isOld: boolean
  isEmpty: boolean
}

/** Which of two must do without the name they both have; null where both had it before. `second` stands behind `first`. */
function loserOf(first: Holder, second: Holder): Holder | null {
  if (first.isOld && second.isOld) return null
  if (first.isEmpty !== second.isEmpty) return first.isEmpty ? first : second
  return second.isOld ? first : second
}

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
