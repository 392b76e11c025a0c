import { type Editor, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { quotationState } from '../../shared/document/citations.ts'
import { Button, Menu, Select, ToggleButton, Toolbar } from '../ui/index.ts'
import { blockStyleIn, blockStyles, otherStyles, setBlockStyle } from './blockStyles.ts'
import styles from './Draft.module.css'
import type { PaperMenu } from './paper/usePaperTools.tsx'
import { declareParaphrase, quotationAtCaret, restoreQuotation } from './quotations.ts'
import { tableActions } from './tableActions.ts'

export interface DraftToolbarProps {
  editor: Editor
  /** The menus of what a paper needs beside its words. */
  paperMenus: readonly PaperMenu[]
  isOutlineShown: boolean
  onOutline(isShown: boolean): void
  onVersions(): void
  onLayout(): void
  onFind(): void
  onSpelling(): void
}

/** What can be done with the text at the caret. One tab stop; the arrow keys move within it. */
export function DraftToolbar(props: DraftToolbarProps): ReactNode {
  const { editor, paperMenus, isOutlineShown, onOutline, onVersions, onLayout, onFind, onSpelling } = props
  const at = useEditorState({ editor, selector: ({ editor }) => caretFacts(editor) })
  const quotation = () => quotationAtCaret(editor.state)
  return (
    <Toolbar aria-label="Text of the draft">
      <Select
        label="Style"
        isLabelHidden
        value={at.style}
        options={[...blockStyles, ...otherStyles.filter(({ value }) => value === at.style)]}
        onChange={style => setBlockStyle(editor, style)}
      />
      <ToggleButton isSelected={at.bold} onChange={() => editor.chain().focus().toggleBold().run()}>
        Bold
      </ToggleButton>
      <ToggleButton isSelected={at.bullets} onChange={() => editor.chain().focus().toggleBulletList().run()}>
        Bullets
      </ToggleButton>
      <ToggleButton isSelected={at.numbers} onChange={() => editor.chain().focus().toggleOrderedList().run()}>
        Numbers
      </ToggleButton>
      {paperMenus.map(({ label, items }) => (
        <Menu key={label} label={label} variant="quiet" items={items} />
      ))}
      <Menu label="Table" variant="quiet" items={tableActions(editor, at.table)} />
      <Menu
        label="Quotation"
        variant="quiet"
        items={[
          {
            id: 'restore',
            label: 'Restore the words of the source',
            isDisabled: at.quotation === null || at.quotation === 'verbatim',
            onAction: () => restoreQuotation(editor, quotation()?.at ?? -1),
          },
          {
            id: 'declare',
            label: 'Declare a paraphrase',
            isDisabled: at.quotation !== 'altered',
            onAction: () => declareParaphrase(editor, quotation()?.at ?? -1),
          },
        ]}
      />
      <Button variant="quiet" isDisabled={!at.canUndo} onPress={() => editor.chain().focus().undo().run()}>
        Undo
      </Button>
      <Button variant="quiet" isDisabled={!at.canRedo} onPress={() => editor.chain().focus().redo().run()}>
        Redo
      </Button>
      <span className={styles.push} />
      <Button variant="quiet" onPress={onFind}>
        Find
      </Button>
      <Button variant="quiet" onPress={onSpelling}>
        Spelling
      </Button>
      <ToggleButton isSelected={isOutlineShown} onChange={onOutline}>
        Outline
      </ToggleButton>
      <Button variant="quiet" onPress={onLayout}>
        Layout
      </Button>
      <Button variant="quiet" onPress={onVersions}>
        Versions
      </Button>
    </Toolbar>
  )
}

function caretFacts(editor: Editor) {
  const quotation = quotationAtCaret(editor.state)
  return {
    style: blockStyleIn(editor.state),
    bold: editor.isActive('bold'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    table: {
      inside: editor.isActive('table'),
      canInsert: editor.can().insertTable({ rows: 3, cols: 2 }),
      inHeaderRow: editor.isActive('tableHeader'),
    },
    quotation: quotation ? quotationState(quotation.node.toJSON()) : null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}
