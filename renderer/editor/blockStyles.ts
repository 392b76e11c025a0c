import type { Editor } from '@tiptap/core'
import type { Attrs, Node, NodeType } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'

export const blockStyles = [
  { value: 'numberedParagraph', label: 'Numbered paragraph' },
  { value: 'numberedParagraph2', label: 'Numbered, second level' },
  { value: 'numberedParagraph3', label: 'Numbered, third level' },
  { value: 'paragraph', label: 'Paragraph' },
  { value: 'heading1', label: 'Heading 1' },
  { value: 'heading2', label: 'Heading 2' },
  { value: 'heading3', label: 'Heading 3' },
  { value: 'annexTitle', label: 'Annex title' },
  { value: 'recommendation', label: 'Recommendation' },
  { value: 'tableCaption', label: 'Table caption' },
] as const

/** What is no style of words, and is not chosen: what stands at the caret is named by it all the same. */
export const otherStyles = [
  { value: 'quotation', label: 'Quotation' },
  { value: 'pageBreak', label: 'Page break' },
  { value: 'none', label: 'Between blocks' },
] as const

export type BlockStyle = (typeof blockStyles)[number]['value'] | (typeof otherStyles)[number]['value']

/** The style of the block that the selection begins in. */
export function blockStyleIn({ selection }: EditorState): BlockStyle {
  const { parent } = selection.$from
  const isBlock = selection instanceof NodeSelection && selection.node.isBlock
  const name = styleOf(isBlock ? selection.node : parent)
  return [...blockStyles, ...otherStyles].find(({ value }) => value === name)?.value ?? 'none'
}

/** Gives the blocks of the selection a style. In a list it takes them out of it, as only plain paragraphs stand there. */
export function setBlockStyle(editor: Editor, style: BlockStyle): void {
  const isChosen = (value: string) => blockStyles.some(each => each.value === value)
  if (!isChosen(style) || !isChosen(blockStyleIn(editor.state))) return
  const chain = editor.chain().focus()
  if (editor.isActive('listItem') && style !== 'paragraph') chain.clearNodes()
  chain.command(({ tr }) => restyle(tr, style)).run()
}

/** Makes the words of the selection blocks of a style. What names them stays; a quotation stays what it is. */
export function restyle(tr: Transaction, style: string): true {
  const [, name, level] = /^(\D+)(\d?)$/.exec(style)!
  const type = tr.doc.type.schema.nodes[name!]!
  const blocks: { node: Node; at: number }[] = []
  tr.doc.nodesBetween(tr.selection.from, tr.selection.to, (node, at) => {
    if (node.isTextblock && node.type.name !== 'quotation') blocks.push({ node, at })
  })
  const steps = tr.steps.length
  for (const { node, at } of blocks) {
    const here = tr.mapping.slice(steps).map(at)
    tr.setBlockType(here, here + node.nodeSize, type, attrsAs(node, type, Number(level) || 1))
  }
  return true
}

/** The attributes of a block in its new style. One that stays in its series keeps the label it was issued with. */
function attrsAs(node: Node, type: NodeType, level: number): Attrs {
  const isSame = node.type === type && (node.attrs.level ?? 1) === level
  const known = type.spec.attrs ?? {}
  return {
    ...(isSame ? node.attrs : {}),
    ...('level' in known ? { level } : {}),
    ...('anchor' in known ? { anchor: node.attrs.anchor ?? null } : {}),
  }
}

function styleOf({ type: { name }, attrs }: Node): string {
  if (name === 'heading') return `heading${attrs.level}`
  return name === 'numberedParagraph' && attrs.level > 1 ? `${name}${attrs.level}` : name
}
