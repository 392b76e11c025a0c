import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './FindBar.module.css'
import { Kbd } from './Kbd.tsx'

interface Props {
  /** How many places there are, and which one is shown, from 0. */
  places: number
  current: number
  onGo(step: 1 | -1): void
  onClose(): void
}

/** Goes through the places of a pane that a search has found. */
export function FoundBar({ places, current, onGo, onClose }: Props): ReactNode {
  return (
    <search className={styles.bar} aria-label="Places found">
      <span role="status" className={`${styles.count} ${styles.grow}`}>
        {(current + 1).toLocaleString('en-GB')} of {places.toLocaleString('en-GB')} found
      </span>
      <Kbd keys="F3" />
      <Button onPress={() => onGo(-1)}>Previous</Button>
      <Button onPress={() => onGo(1)}>Next</Button>
      <Button variant="quiet" onPress={onClose} aria-label="Close, and take the marks away">
        Close
      </Button>
    </search>
  )
}
