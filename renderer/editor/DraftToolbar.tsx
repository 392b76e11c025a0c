import { type Editor, useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { type QuotationState, quotationState } from '../../shared/document/citations.ts'
import { Button, Menu, type MenuEntry, Select, ToggleButton, Toolbar } from '../ui/index.ts'
import { blockStyleIn, blockStyles, otherStyles, setBlockStyle } from './blockStyles.ts'
import styles from './Draft.module.css'
import type { PaperMenu } from './paper/paperActions.ts'
import { declareParaphrase, quotationAtCaret, restoreQuotation } from './quotations.ts'
import { tableActions } from './tableActions.ts'

export interface DraftToolbarProps {
  editor: Editor
  /** What a paper needs beside its words. */
  insert: PaperMenu
  /** What a recommendation at the caret says. */
  verb: PaperMenu
  isOutlineShown: boolean
  onOutline(isShown: boolean): void
  onVersions(): void
  onLayout(): void
  onFind(): void
  onSpelling(): void
}

/**
 * What can be done with the text at the caret. One tab stop; the arrow keys move within it. One menu is that of the
 * block at the caret.
 */
export function DraftToolbar(props: DraftToolbarProps): ReactNode {
  const { editor, insert, verb, isOutlineShown, onOutline, onVersions, onLayout, onFind, onSpelling } = props
  const at = useEditorState({ editor, selector: ({ editor }) => caretFacts(editor) })
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
      <Menu label={insert.label} variant="quiet" items={insert.items} />
      {at.recommends ? (
        <Menu label={verb.label} variant="quiet" items={verb.items} />
      ) : at.quotation !== null ? (
        <Menu label="Quotation" variant="quiet" items={quotationActions(editor, at.quotation)} />
      ) : (
        <Menu label="Table" variant="quiet" items={tableActions(editor, at.table)} />
      )}
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

function quotationActions(editor: Editor, state: QuotationState): MenuEntry[] {
  const act = (command: (editor: Editor, at: number) => void) => () =>
    command(editor, quotationAtCaret(editor.state)?.at ?? -1)
  return [
    {
      id: 'restore',
      label: 'Restore the words of the source',
      isDisabled: state === 'verbatim',
      onAction: act(restoreQuotation),
    },
    {
      id: 'declare',
      label: 'Declare a paraphrase',
      isDisabled: state !== 'altered',
      onAction: act(declareParaphrase),
    },
  ]
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
    recommends: editor.isActive('recommendation'),
    quotation: quotation ? quotationState(quotation.node.toJSON()) : null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}
