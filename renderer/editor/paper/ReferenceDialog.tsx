import type { ReactNode } from 'react'
import { useState } from 'react'
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { Button, Dialog } from '../../ui/index.ts'
import type { Referable } from './crossReferences.ts'
import styles from './PaperDialogs.module.css'

export interface ReferenceDialogProps {
  referables: readonly Referable[]
  onDone(index: number): void
  onClose(): void
}

/** Everything that can be referred to, found by typing. */
export function ReferenceDialog({ referables, onDone, onClose }: ReferenceDialogProps): ReactNode {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  return (
    <Dialog
      title="Refer to"
      isOpen
      onOpenChange={onClose}
      actions={<Button onPress={onClose}>Cancel</Button>}
    >
      {/* Escape closes at once, where the field would first be emptied. */}
      <div
        onKeyDownCapture={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <Autocomplete
          inputValue={typed}
          onInputChange={setTyped}
          filter={(text, part) => part.split(/\s+/).every(word => contains(text, word))}
        >
          <SearchField autoFocus className={styles.search!}>
            <Label className={styles.label!}>Its number or words</Label>
            <Input className={styles.input!} />
          </SearchField>
          <Menu
            aria-label="What can be referred to"
            className={styles.list!}
            items={referables.map(referable => ({ id: String(referable.index), ...referable }))}
            onAction={id => onDone(Number(id))}
            renderEmptyState={() => (
              <p className={styles.none}>
                {referables.length === 0
                  ? 'Nothing in the draft can be referred to yet. Headings, numbered paragraphs, recommendations, tables with a caption and annexes can.'
                  : 'Nothing that can be referred to has these words.'}
              </p>
            )}
          >
            {({ id, says, words }) => (
              <MenuItem id={id} textValue={`${says} ${words}`} className={styles.item!}>
                <span className={styles.says}>{says}</span>
                {!says.includes(words) && <span className={styles.words}>{words}</span>}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  )
}
