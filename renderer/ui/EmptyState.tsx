import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Stands where there is nothing yet, and says what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <div className={styles.rest}>{children}</div>
    </div>
  )
}
