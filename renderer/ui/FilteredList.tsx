import { type ReactNode, useState } from 'react'
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import styles from './FilteredList.module.css'

export interface FilteredListProps<Item extends ListedItem> {
  /** What is typed: "Its number or words". */
  label: string
  isLabelHidden?: boolean
  /** What is listed. */
  listLabel: string
  items: readonly Item[]
  /** What is said where nothing is listed. */
  none: string
  children(item: Item): ReactNode
  onChoose(id: string): void
  /** Escape was pressed. */
  onLeave(): void
}

export interface ListedItem {
  id: string
  /** What is typed is looked for in this. */
  words: string
}

/** In a dialog: what can be chosen, found by typing some of its words in any order. The field takes the focus. */
export function FilteredList<Item extends ListedItem>(props: FilteredListProps<Item>): ReactNode {
  const { label, isLabelHidden, listLabel, items, none, children, onChoose, onLeave } = props
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  return (
    // Escape leaves at once, where the field would first be emptied.
    <div
      onKeyDownCapture={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      <Autocomplete
        inputValue={typed}
        onInputChange={setTyped}
        filter={(text, part) => part.split(/\s+/).every(word => contains(text, word))}
      >
        <SearchField autoFocus className={styles.search!}>
          <Label className={isLabelHidden ? 'visuallyHidden' : styles.label!}>{label}</Label>
          <Input className={styles.input!} />
        </SearchField>
        <Menu
          aria-label={listLabel}
          className={styles.list!}
          items={items}
          dependencies={[children]}
          onAction={id => onChoose(String(id))}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
        >
          {item => (
            <MenuItem id={item.id} textValue={item.words} className={styles.item!}>
              {children(item)}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  )
}
