import type { ReactNode } from 'react'
import { handlingLines, type MarkedHead } from '../../../shared/text/marking/index.ts'
import styles from './HandlingLines.module.css'

/** What is printed under the marking where it is read first. */
export function HandlingLines({ head }: { head: MarkedHead }): ReactNode {
  const lines = handlingLines(head)
  return lines.map(line => (
    <p key={line} className={styles.line}>
      {line}
    </p>
  ))
}
