import type { ReactNode } from 'react'
import type { Block } from '../../shared/contract/index.ts'
import { Button } from '../ui/index.ts'
import { furnitureChoice } from './decideFurniture.ts'
import styles from './FurnitureFrame.module.css'

interface Props {
  block: Block
  /** Its words, short enough to be spoken. */
  name: string
  /** Whether it takes the tab stop of the text: its button then takes the next. */
  isCurrent: boolean
  /** Nothing can be decided while this is absent. */
  onDecide?(decision: ReturnType<typeof furnitureChoice>['decision']): void
  children: ReactNode
}

/**
 * A block while page furniture is shown: whether it is furniture, why, and the way to say otherwise. It is built alike
 * whatever has been decided, so that the focus stays on the button that was pressed.
 */
export function FurnitureFrame({ block, name, isCurrent, onDecide, children }: Props): ReactNode {
  const { furniture, decided } = block
  const { label, decision } = furnitureChoice(block)
  const why = furniture
    ? decided
      ? 'Hidden by you'
      : `Page furniture: ${furniture}`
    : decided
      ? 'Shown by you'
      : null
  return (
    <div className={`${styles.frame} ${furniture ? styles.furniture : ''}`}>
      {why && <p className={styles.why}>{why}</p>}
      <div className={styles.block}>{children}</div>
      {/* After the words, so that Tab goes from them to what can be said of them. */}
      {onDecide && (
        <div className={styles.decide}>
          <Button
            variant="quiet"
            excludeFromTabOrder={!isCurrent}
            onPress={() => onDecide(decision)}
            aria-label={`${label}: “${name}”`}
          >
            {label}
          </Button>
        </div>
      )}
    </div>
  )
}
