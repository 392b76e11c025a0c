import type { ReactNode } from 'react'
import { useCommands, useOfferedCommands } from '../ui/commands.ts'
import { Dialog, FilteredList, Kbd } from '../ui/index.ts'

/** Every command there is at the moment, found by typing. */
export function CommandPalette(props: { isOpen: boolean; onOpenChange(isOpen: boolean): void }): ReactNode {
  const { isOpen, onOpenChange } = props
  const commands = useOfferedCommands().filter(({ id, isDisabled }) => !isDisabled && id !== 'shell.palette')
  useCommands([
    { id: 'shell.palette', label: 'Find a command', keys: 'Ctrl+K', run: () => onOpenChange(true) },
  ])

  function run(id: string): void {
    const command = commands.find(each => each.id === id)
    onOpenChange(false)
    // After the dialog has given the focus back: a command may move it.
    setTimeout(() => command?.run(), 50)
  }

  return (
    <Dialog title="Find a command" isOpen={isOpen} onOpenChange={onOpenChange}>
      <FilteredList
        label="Command"
        isLabelHidden
        listLabel="Commands"
        items={commands.map(command => ({ ...command, words: command.label }))}
        none="No command has these words."
        onChoose={run}
        onLeave={() => onOpenChange(false)}
      >
        {({ label, keys }) => (
          <>
            <span>{label}</span>
            {keys && <Kbd keys={keys} />}
          </>
        )}
      </FilteredList>
    </Dialog>
  )
}
