import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import type { DocumentNode } from '../../shared/document/briefing.ts'
import { briefingSchema } from '../../shared/document/schema.ts'
import { briefingFacts } from './briefingFacts.ts'
import { uniqueNames } from './paper/uniqueNames.ts'

/** Drafts for tests, without a window. */

export const text = (words: string): DocumentNode => ({ type: 'text', text: words })

export const block = (type: string, ...content: (DocumentNode | string)[]): DocumentNode => ({
  type,
  content: content.map(part => (typeof part === 'string' ? text(part) : part)),
})

export const cite = (highlightId: string): DocumentNode => ({
  type: 'citation',
  attrs: { articleId: 'a1', version: 1, highlightId, locator: null },
})

/** A numbered paragraph of a level. */
export const leveled = (level: number, ...content: (DocumentNode | string)[]): DocumentNode => ({
  ...block('numberedParagraph', ...content),
  attrs: { level },
})

export const withAttrs = (node: DocumentNode, attrs: Record<string, unknown>): DocumentNode => ({
  ...node,
  attrs: { ...node.attrs, ...attrs },
})

export const footnote = (words: string): DocumentNode => ({ type: 'footnote', attrs: { text: words } })

export const reference = (target: string): DocumentNode => ({ type: 'crossReference', attrs: { target } })

export const quote = (words: string): DocumentNode => ({
  type: 'quotation',
  attrs: {
    articleId: 'a1',
    version: 1,
    highlightId: 'q1',
    locator: null,
    exact: words,
    declared: 'verbatim',
  },
  content: [text(words)],
})

export function draft(...content: DocumentNode[]): EditorState {
  const doc = briefingSchema().nodeFromJSON({ type: 'doc', content })
  return EditorState.create({ doc, plugins: [briefingFacts(), uniqueNames()] })
}

/** The draft with the caret at a position of the document. */
export const withCaret = (state: EditorState, position: number): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))

/** What a command makes of a state. Throws where it does nothing, or makes what no draft may be. */
export function press(state: EditorState, command: Command): EditorState {
  let next = state
  const isDone = command(state, tr => {
    next = state.apply(tr)
  })
  if (!isDone) throw new Error('The command did nothing.')
  next.doc.check()
  return next
}

/** The blocks of a draft, each as "type: words". */
export function shape(doc: Node): string[] {
  const blocks: string[] = []
  doc.forEach(node => {
    blocks.push(`${node.type.name}: ${node.textContent}`)
  })
  return blocks
}

/** Which block the caret is in. */
export const caretBlock = (state: EditorState): number => state.selection.$from.index(0)
