import type { Editor } from '@tiptap/core'
import type { MenuEntry } from '../ui/index.ts'

/** Where the caret stands with regard to tables. */
export interface TableFacts {
  inside: boolean
  canInsert: boolean
  inHeaderRow: boolean
}

/** What can be done with tables. The first row is always the header row, so it cannot be removed alone. */
export function tableActions(editor: Editor, { inside, canInsert, inHeaderRow }: TableFacts): MenuEntry[] {
  const chain = () => editor.chain().focus()
  return [
    {
      id: 'insert',
      label: 'Insert a table',
      isDisabled: inside || !canInsert,
      onAction: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    },
    { id: 'row', label: 'Add a row below', isDisabled: !inside, onAction: () => chain().addRowAfter().run() },
    {
      id: 'column',
      label: 'Add a column to the right',
      isDisabled: !inside,
      onAction: () => chain().addColumnAfter().run(),
    },
    {
      id: 'removeRow',
      label: 'Remove this row',
      isDisabled: !inside || inHeaderRow,
      onAction: () => chain().deleteRow().run(),
    },
    {
      id: 'removeColumn',
      label: 'Remove this column',
      isDisabled: !inside,
      onAction: () => chain().deleteColumn().run(),
    },
    {
      id: 'remove',
      label: 'Remove the table',
      isDisabled: !inside,
      onAction: () => chain().deleteTable().run(),
    },
  ]
}
