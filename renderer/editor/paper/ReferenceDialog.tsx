import type { ReactNode } from 'react'
import { Button, Dialog, FilteredList } from '../../ui/index.ts'
import type { Referable } from './crossReferences.ts'
import styles from './PaperDialogs.module.css'

export interface ReferenceDialogProps {
  referables: readonly Referable[]
  onDone(index: number): void
  onClose(): void
}

/** Everything that can be referred to, found by typing. */
export function ReferenceDialog({ referables, onDone, onClose }: ReferenceDialogProps): ReactNode {
  return (
    <Dialog
      title="Refer to"
      isOpen
      onOpenChange={onClose}
      actions={<Button onPress={onClose}>Cancel</Button>}
    >
      <FilteredList
        label="Its number or words"
        listLabel="What can be referred to"
        items={referables.map(({ index, says, words }) => ({
          id: String(index),
          says,
          begins: words,
          words: `${says} ${words}`,
        }))}
        none={
          referables.length === 0
            ? 'Nothing in the draft can be referred to yet. Headings, numbered paragraphs, recommendations, tables with a caption and annexes can.'
            : 'Nothing that can be referred to has these words.'
        }
        onChoose={id => onDone(Number(id))}
        onLeave={onClose}
      >
        {({ says, begins }) => (
          <span className={styles.referable}>
            <span className={styles.says}>{says}</span>
            {!says.includes(begins) && <span className={styles.words}>{begins}</span>}
          </span>
        )}
      </FilteredList>
    </Dialog>
  )
}
