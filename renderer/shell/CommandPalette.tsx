import { type ReactNode, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { useCommands, useOfferedCommands } from '../ui/commands.ts'
import { Dialog, Kbd } from '../ui/index.ts'
import styles from './CommandPalette.module.css'

/** Every command there is at the moment, found by typing. */
export function CommandPalette(props: { isOpen: boolean; onOpenChange(isOpen: boolean): void }): ReactNode {
  const { isOpen, onOpenChange } = props
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const commands = useOfferedCommands().filter(({ id, isDisabled }) => !isDisabled && id !== 'shell.palette')
  useCommands([
    { id: 'shell.palette', label: 'Find a command', keys: 'Ctrl+K', run: () => onOpenChange(true) },
  ])

  function run(id: unknown): void {
    const command = commands.find(each => each.id === id)
    close(false)
    // After the dialog has given the focus back: a command may move it.
    setTimeout(() => command?.run(), 50)
  }

  function close(open: boolean): void {
    setTyped('')
    onOpenChange(open)
  }

  return (
    <Dialog title="Find a command" isOpen={isOpen} onOpenChange={close}>
      {/* Escape closes at once, where the field would first be emptied. */}
      <div
        onKeyDownCapture={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close(false)
        }}
      >
        <Autocomplete
          inputValue={typed}
          onInputChange={setTyped}
          filter={(text, part) => part.split(/\s+/).every(word => contains(text, word))}
        >
          <SearchField aria-label="Command" autoFocus className={styles.field!}>
            <Input className={styles.input!} />
          </SearchField>
          <Menu
            aria-label="Commands"
            className={styles.list!}
            items={commands}
            onAction={run}
            renderEmptyState={() => <p className={styles.none}>No command has these words.</p>}
          >
            {command => (
              <MenuItem id={command.id} textValue={command.label} className={styles.item!}>
                <span>{command.label}</span>
                {command.keys && <Kbd keys={command.keys} />}
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  )
}
