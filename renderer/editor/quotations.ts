import type { Editor } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import type { Highlight } from '../../shared/contract/highlight.ts'
import type { CitationTarget, QuotationAttributes } from '../../shared/document/schema.ts'

/** Puts back the words of the source at the quotation at `at`. Undo brings the altered words back. */
export function restoreQuotation(editor: Editor, at: number): void {
  const { tr, doc, schema } = editor.state
  const node = doc.nodeAt(at)
  if (node?.type.name !== 'quotation') return
  const { exact } = node.attrs as QuotationAttributes
  const words = exact === '' ? Fragment.empty : Fragment.from(schema.text(exact))
  tr.replaceWith(at + 1, at + node.nodeSize - 1, words)
  tr.setNodeMarkup(at, null, { ...node.attrs, declared: 'verbatim' })
  tr.setSelection(Selection.near(tr.doc.resolve(at + 1 + words.size), -1))
  editor.view.dispatch(tr)
  editor.view.focus()
}

/** Says that the quotation at `at` is in the author's own words. */
export function declareParaphrase(editor: Editor, at: number): void {
  const { tr, doc } = editor.state
  const node = doc.nodeAt(at)
  if (node?.type.name !== 'quotation') return
  editor.view.dispatch(tr.setNodeMarkup(at, null, { ...node.attrs, declared: 'paraphrase' }))
  editor.view.focus()
}

/** The quotation that holds the caret or is selected, with its position; null where there is none. */
export function quotationAtCaret({ selection }: EditorState): { node: Node; at: number } | null {
  if (selection instanceof NodeSelection && selection.node.type.name === 'quotation') {
    return { node: selection.node, at: selection.from }
  }
  const { $from } = selection
  return $from.parent.type.name === 'quotation' ? { node: $from.parent, at: $from.before() } : null
}

/** Puts the highlight's words after the block at the caret, or in its place where it is empty. */
export function insertQuotation(state: EditorState, highlight: Highlight): Transaction {
  const { tr, schema, selection } = state
  const quotation = schema.node(
    'quotation',
    { ...targetOf(highlight), exact: highlight.exact, declared: 'verbatim' },
    highlight.exact === '' ? [] : [schema.text(highlight.exact)],
  )
  const { $to } = selection
  const block = $to.depth > 0 ? $to.node(1) : selection instanceof NodeSelection ? selection.node : null
  const start = $to.depth > 0 ? $to.before(1) : selection.from
  const isReplaced = block?.isTextblock === true && block.content.size === 0
  const end = block ? start + block.nodeSize : selection.to
  tr.replaceWith(isReplaced ? start : end, end, quotation)
  const after = (isReplaced ? start : end) + quotation.nodeSize
  // Something to go on writing in, where the quotation would be the last of the draft.
  if (tr.doc.nodeAt(after) === null) tr.insert(after, schema.node('paragraph'))
  return tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView()
}

/** Puts a citation at the caret; null where none may stand, as inside a quotation. */
export function insertCitation(state: EditorState, highlight: Highlight): Transaction | null {
  const { tr, schema, selection } = state
  const citation = schema.node('citation', targetOf(highlight))
  const { $to } = selection
  if (!$to.parent.isTextblock || !$to.parent.canReplaceWith($to.index(), $to.index(), citation.type))
    return null
  tr.insert(selection.to, citation)
  return tr.setSelection(Selection.near(tr.doc.resolve(selection.to + 1), 1)).scrollIntoView()
}

const targetOf = ({ articleId, version, highlightId }: Highlight): CitationTarget => ({
  articleId,
  version,
  highlightId,
  locator: null,
})
