import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { blockWords } from '../../../shared/document/crossReferences.ts'
import { isLeftOut, plainText, walkBriefing } from '../../../shared/document/walk.ts'
import { toast } from '../../ui/index.ts'
import { positionAtPath, revealNode } from '../nodeAtPath.ts'
import { insertInline } from './insertInline.ts'

/** A block that a cross-reference can be made to. */
export interface Referable {
  /** The child of the document, from 0. */
  index: number
  /** What a reference to it says: "paragraph 12". */
  says: string
  /** The first of its own words. */
  words: string
}

/** Everything in a draft that can be referred to and is printed, in reading order. */
export function referables(content: DocumentNode): Referable[] {
  const found: Referable[] = []
  const blocks = content.content ?? []
  let next = 0
  walkBriefing(content, (node, place) => {
    if (node !== blocks[next]) return
    const index = next++
    const says = isLeftOut(place) ? null : blockWords(node, place.paragraph, place.label)
    const words = plainText(node).trim()
    // A heading is called by its words, and one without any by nothing.
    if (says === null || (node.type === 'heading' && words === '')) return
    found.push({ index, says, words: firstWords(words) })
  })
  return found
}

/**
 * Refers to a child of the document at the caret; gives the block an `anchor` if it has none. null where no
 * reference may stand, as inside a quotation.
 */
export function insertReference(state: EditorState, index: number): Transaction | null {
  const at = positionAtPath(state.doc, [index])
  const block = at === null ? null : state.doc.nodeAt(at)
  if (at === null || !block) return null
  const anchor = String(block.attrs.anchor ?? '') || crypto.randomUUID()
  const tr = insertInline(state, state.schema.node('crossReference', { target: anchor }))
  if (block.attrs.anchor === anchor) return tr
  return tr?.setNodeMarkup(tr.mapping.map(at), null, { ...block.attrs, anchor }) ?? null
}

/** Goes to the block that a cross-reference names by its `anchor`, or says that it is gone. */
export function goToReferred(editor: Editor, anchor: string): void {
  const at = positionOfAnchor(editor.state.doc, anchor)
  if (at !== null) revealNode(editor, at)
  else toast('What this reference led to is gone. Delete the reference, or make it again.')
}

/** The position before the first block with this `anchor`, or null. */
export function positionOfAnchor(doc: Node, anchor: string): number | null {
  if (anchor === '') return null
  let found: number | null = null
  doc.forEach((block, at) => {
    if (found === null && block.attrs.anchor === anchor) found = at
  })
  return found
}

const LONGEST = 70

function firstWords(words: string): string {
  if (words.length <= LONGEST) return words
  const cut = words.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`
}
