import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { sectionsOf } from '../../../shared/document/editions.ts'
import {
  type AnnexSlot,
  type Edition,
  type GeneratedKind,
  layoutOf,
  type PackLayout,
} from '../../../shared/document/layout.ts'
import { labelBlocks } from '../../../shared/document/numbering.ts'
import { plainText } from '../../../shared/document/walk.ts'

/** An annex as the panel lists it, in printed order. */
export interface ListedAnnex {
  /** The same for the same annex while its place changes. */
  key: string
  /** "Annex A: Chronology"; without a letter where it goes into no pack. */
  name: string
  edition: Edition
}

const generatedNames: Record<GeneratedKind, string> = {
  sources: 'Sources',
  evidence: 'Evidence',
  extracts: 'Source extracts',
}

/** The annexes of a draft in the order in which they are printed. */
export function listAnnexes(content: DocumentNode): ListedAnnex[] {
  const { labels, generated } = labelBlocks(content)
  const written = sectionsOf(content).slice(1)
  let next = 0
  return layoutOf(content).annexes.map(slot => {
    if (slot.kind !== 'written') {
      const name = named(generated.get(slot.kind), generatedNames[slot.kind])
      return { key: slot.kind, name, edition: slot.edition }
    }
    const index = next++
    const { start, title, edition } = written[index]!
    return {
      key: `written ${index}`,
      name: named(labels.get(start), plainText(title!).trim() || 'untitled'),
      edition,
    }
  })
}

const named = (letter: string | undefined, title: string): string =>
  letter ? `Annex ${letter}: ${title}` : title

/** Changes how the draft becomes a pack. Undo brings the old layout back. */
export function changeLayout(state: EditorState, change: Partial<PackLayout>): Transaction {
  return state.tr.setDocAttribute('layout', { ...layoutIn(state), ...change })
}

/** Says which packs the annex at `index` of the list goes into. */
export function setEdition(state: EditorState, index: number, edition: Edition): Transaction {
  const { annexes } = layoutIn(state)
  const slot = annexes[index]
  if (slot?.kind !== 'written') {
    return changeLayout(state, {
      annexes: annexes.map((one, i) => (i === index ? ({ ...one, edition } as AnnexSlot) : one)),
    })
  }
  const section = writtenAt(state, annexes, index)
  return state.tr.setNodeAttribute(positionOf(state.doc, section.start), 'edition', edition)
}

/**
 * Moves the annex at `index` of the list one place up (-1) or down (1); null where it is at the end. Two written
 * annexes change places in the text.
 */
export function moveAnnex(state: EditorState, index: number, by: -1 | 1): Transaction | null {
  const { annexes } = layoutIn(state)
  const upper = by < 0 ? index - 1 : index
  const [first, second] = [annexes[upper], annexes[upper + 1]]
  if (upper < 0 || first === undefined || second === undefined) return null
  if (first.kind !== 'written' || second.kind !== 'written') {
    return changeLayout(state, { annexes: annexes.toSpliced(upper, 2, second, first) })
  }
  const a = writtenAt(state, annexes, upper)
  const b = writtenAt(state, annexes, upper + 1)
  const [start, middle, end] = [a.start, b.start, b.end].map(child => positionOf(state.doc, child))
  const { tr, doc } = state
  const swapped = doc.slice(middle!, end!).content.append(doc.slice(start!, middle!).content)
  return tr.replaceWith(start!, end!, swapped)
}

const layoutIn = (state: EditorState): PackLayout => layoutOf(state.doc.toJSON() as DocumentNode)

/** The stretch of the draft that holds the written annex at `index` of the list. */
function writtenAt(state: EditorState, annexes: AnnexSlot[], index: number) {
  const before = annexes.slice(0, index).filter(({ kind }) => kind === 'written').length
  return sectionsOf(state.doc.toJSON() as DocumentNode)[before + 1]!
}

/** The position before the child at `index` of the document, or at its end. */
function positionOf(doc: Node, index: number): number {
  let at = 0
  for (let i = 0; i < index && i < doc.childCount; i++) at += doc.child(i).nodeSize
  return at
}
