import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Progress.module.css'

export interface ProgressProps {
  label: string
  /** From 0 to 1; null while unknown. */
  value: number | null
  onCancel?(): void
}

/** How far long work has come, and the way to stop it. */
export function Progress({ label, value, onCancel }: ProgressProps): ReactNode {
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={label}
        isIndeterminate={value === null}
        value={(value ?? 0) * 100}
        className={styles.bar!}
      >
        {({ percentage }) => (
          <>
            <span className={styles.label}>{label}</span>
            <span className={styles.track}>
              <span
                className={value === null ? styles.unknown : styles.fill}
                style={{ width: value === null ? '30%' : `${percentage ?? 0}%` }}
              />
            </span>
          </>
        )}
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>Cancel</Button>}
    </div>
  )
}
