import { type ReactNode, useState } from 'react'
import { call } from '../../api/index.ts'
import { Button, orSay, Toolbar, toast, useCommands } from '../../ui/index.ts'
import { EditManyDialog, type ManyField } from './EditManyDialog.tsx'
import styles from './Selection.module.css'
import { sayTheSame } from './sayTheSame.ts'
import type { Selection } from './useSelection.ts'

interface Props {
  selection: Selection
  isReadOnly: boolean
  onRemoved(articleIds: readonly string[]): void
  /** The selection has gone, and the focus with it. */
  onLeft(): void
}

/** What can be done with the articles that are selected. */
export function SelectedBar({ selection, isReadOnly, onRemoved, onLeft }: Props): ReactNode {
  const [editing, setEditing] = useState<ManyField | null>(null)
  const articleIds = [...selection.articles.keys()]
  const count = articleIds.length
  const [one, other] = articleIds

  function clear(): void {
    selection.clear()
    onLeft()
  }

  async function remove(): Promise<void> {
    const isDone = await orSay(() => call('articles.removeMany', { articleIds }))
    if (!isDone) return
    onRemoved(articleIds)
    clear()
    const which = count === 1 ? '1 article was' : `${number(count)} articles were`
    toast(`${which} removed. Packs that cite ${count === 1 ? 'it' : 'them'} keep their citations.`, {
      action: {
        label: 'Undo',
        onPress: () => void orSay(() => call('articles.restoreMany', { articleIds })),
      },
    })
  }

  const actions = [
    { id: 'tag', label: 'Tag…', isDisabled: isReadOnly, run: () => setEditing('tags') },
    { id: 'keep', label: 'Keep until…', isDisabled: isReadOnly, run: () => setEditing('retainUntil') },
    { id: 'licence', label: 'Licence…', isDisabled: isReadOnly, run: () => setEditing('licence') },
    ...(one !== undefined && other !== undefined && count === 2
      ? [
          {
            id: 'same',
            label: 'The same copy',
            isDisabled: isReadOnly,
            run: () => void sayTheSame(one, other),
          },
        ]
      : []),
    { id: 'remove', label: 'Remove', isDisabled: isReadOnly, run: () => void remove() },
    { id: 'clear', label: 'Clear', isDisabled: false, run: clear },
  ]
  useCommands(
    actions.map(action => ({
      ...action,
      id: `selected.${action.id}`,
      label: `Selected articles: ${action.label}`,
    })),
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Escape wherever the focus is in the bar
    <div
      className={styles.bar}
      onKeyDown={event => {
        if (event.key === 'Escape' && editing === null) clear()
      }}
    >
      <p className={styles.count}>{number(count)} selected</p>
      <Toolbar aria-label="Selected articles">
        {actions.map(({ id, label, isDisabled, run }) => (
          <Button key={id} isDisabled={isDisabled} onPress={run}>
            {label}
          </Button>
        ))}
      </Toolbar>
      {editing && (
        <EditManyDialog
          articles={[...selection.articles.values()]}
          field={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

const number = (count: number) => count.toLocaleString('en-GB')
