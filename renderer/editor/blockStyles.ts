import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'

export const blockStyles = [
  { value: 'numberedParagraph', label: 'Numbered paragraph' },
  { value: 'paragraph', label: 'Paragraph' },
  { value: 'heading1', label: 'Heading 1' },
  { value: 'heading2', label: 'Heading 2' },
  { value: 'heading3', label: 'Heading 3' },
  { value: 'annexTitle', label: 'Annex title' },
] as const

/** 'other' is a block whose style is not chosen here: a quotation. */
export type BlockStyle = (typeof blockStyles)[number]['value'] | 'other'

export function blockStyleIn({ selection }: EditorState): BlockStyle {
  const { parent } = selection.$from
  const name = parent.type.name === 'heading' ? `heading${parent.attrs.level}` : parent.type.name
  if (name === 'doc') return 'other'
  return blockStyles.find(({ value }) => value === name)?.value ?? 'other'
}

/** Gives the blocks of the selection a style. In a list it takes them out of it, as only plain paragraphs stand there. */
export function setBlockStyle(editor: Editor, style: BlockStyle): void {
  if (style === 'other' || blockStyleIn(editor.state) === 'other') return
  const level = /^heading([123])$/.exec(style)?.[1]
  const chain = editor.chain().focus()
  if (editor.isActive('listItem') && style !== 'paragraph') chain.clearNodes()
  if (level) chain.setNode('heading', { level: Number(level) }).run()
  else chain.setNode(style).run()
}
