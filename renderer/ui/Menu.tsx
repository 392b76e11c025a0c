import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button, type ButtonVariant } from './Button.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'

export interface MenuEntry {
  id: string
  label: string
  onAction(): void
  isDisabled?: boolean
  shortcut?: string
  /** Stands quietly at the end of its line: how many it would find. */
  note?: string
}

export interface MenuProps {
  /** What the button says. */
  label: string
  items: readonly MenuEntry[]
  variant?: ButtonVariant
  /** Spoken instead of `label`, where `label` alone would not say of what. */
  'aria-label'?: string
  isDisabled?: boolean
  onOpenChange?(isOpen: boolean): void
}

/** A button that opens a menu of actions. */
export function Menu({
  label,
  items,
  variant = 'plain',
  isDisabled,
  onOpenChange,
  ...rest
}: MenuProps): ReactNode {
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <Button variant={variant} aria-label={rest['aria-label']} isDisabled={isDisabled}>
        {label}
        <span aria-hidden className={styles.chevron} />
      </Button>
      <Popover className={styles.popover!}>
        <AriaMenu className={styles.menu!}>
          {items.map(item => (
            <MenuItem
              key={item.id}
              id={item.id}
              className={styles.item!}
              textValue={item.label}
              isDisabled={item.isDisabled}
              onAction={item.onAction}
            >
              <span>{item.label}</span>
              {item.note !== undefined && <span className={styles.note}>{item.note}</span>}
              {item.shortcut && <Kbd keys={item.shortcut} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
