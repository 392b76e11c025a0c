import { useEffect } from 'react'
import { offeredCommands, pressed } from '../ui/commands.ts'
import { nextPane } from './panes.ts'

/** Runs commands by their keys, and lets F6 go round the panes, except while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || isDialogOpen()) return
      if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault()
        nextPane(event.shiftKey ? -1 : 1)
        return
      }
      const command = offeredCommands().find(
        ({ keys, isDisabled }) => keys && !isDisabled && pressed(event, keys),
      )
      if (!command) return
      event.preventDefault()
      command.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const isDialogOpen = () => document.querySelector('section[role=dialog], section[role=alertdialog]') !== null
