import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** Something that can be done, offered by the room that can do it: in the palette, and by its keys anywhere. */
export interface Command {
  id: string
  label: string
  /** Such as "Ctrl+Shift+F". On a Mac the command key stands for Ctrl. */
  keys?: string
  isDisabled?: boolean
  run(): void
}

/** Offers commands for as long as the component is there. A command's `id` is unique in the whole window. */
export function useCommands(offered: readonly Command[]): void {
  const run = useEffectEvent((id: string) => offered.find(command => command.id === id)?.run())
  const described = JSON.stringify(offered.map(({ run: _, ...rest }) => rest))
  useEffect(() => {
    const mine = (JSON.parse(described) as Omit<Command, 'run'>[]).map(rest => ({
      ...rest,
      run: () => run(rest.id),
    }))
    set([...commands, ...mine])
    return () => set(commands.filter(command => !mine.some(own => own === command)))
  }, [described])
}

/** Every command offered at the moment. */
export const offeredCommands = (): readonly Command[] => commands

/** The same, drawn again when it changes. */
export const useOfferedCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => commands)

type PressedKeys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether the pressed keys are those of `keys`, and no others. */
export function pressed(event: PressedKeys, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.includes(name)
  return (
    // With Shift a digit's key gives a sign that differs from layout to layout.
    (/^\d$/.test(key) ? event.code === `Digit${key}` : event.key.toLowerCase() === key.toLowerCase()) &&
    (event.ctrlKey || event.metaKey) === has('Ctrl') &&
    event.shiftKey === has('Shift') &&
    event.altKey === has('Alt')
  )
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function set(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
