import { type ReactNode, useId } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { checkMarking, offeredMarkings } from './checkMarking.ts'
import styles from './MarkingField.module.css'

export interface MarkingFieldProps {
  value: string
  onChange(value: string): void
}

/** The marking where it is printed, at the head of the page: typed, or chosen from the usual ones. */
export function MarkingField({ value, onChange }: MarkingFieldProps): ReactNode {
  const id = useId()
  const doubt = checkMarking(value)
  return (
    <div>
      <div className={styles.line}>
        <input
          aria-label="Security marking"
          aria-describedby={id}
          className={styles.input}
          maxLength={500}
          spellCheck={false}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
        <MenuTrigger>
          <Button className={styles.open!} aria-label="Choose a marking">
            <span aria-hidden className={styles.chevron} />
          </Button>
          <Popover className={styles.popover!} placement="bottom end">
            <Menu className={styles.list!} onAction={key => onChange(String(key))}>
              {offeredMarkings.map(marking => (
                <MenuItem key={marking} id={marking} className={styles.item!}>
                  {marking}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <p id={id} role="status" className={doubt ? styles.doubt : undefined}>
        {doubt}
      </p>
    </div>
  )
}
