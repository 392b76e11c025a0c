import { type ReactNode, useId } from 'react'
import { Checkbox } from 'react-aria-components'
import styles from './PartOption.module.css'
import type { PartChoice } from './partChoices.ts'

export interface PartOptionProps {
  choice: PartChoice
  onChange(isIn: boolean): void
}

/** A part of a marking to tick, with what to remember of it or why it cannot be ticked. */
export function PartOption({ choice, onChange }: PartOptionProps): ReactNode {
  const { words, isChosen, isBarred, note } = choice
  const id = useId()
  return (
    <div className={styles.option}>
      <Checkbox
        className={styles.box!}
        isSelected={isChosen}
        isDisabled={isBarred && !isChosen}
        aria-describedby={note ? id : undefined}
        onChange={onChange}
      >
        <span aria-hidden className={styles.square} />
        {words}
      </Checkbox>
      {note && (
        <p id={id} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  )
}
