import type { ReactNode } from 'react'
import { type MarkedHead, markingProblems } from '../../../shared/text/marking/index.ts'
import { HandlingLines } from './HandlingLines.tsx'
import styles from './MarkingDialog.module.css'
import { useSiteMarkings } from './useSiteMarkings.ts'

/** What the marking comes to, and the first thing that is wrong with it. */
export function Outcome({ head }: { head: MarkedHead }): ReactNode {
  const problems = markingProblems(head, useSiteMarkings())
  const more = problems.length - 1
  return (
    <div className={styles.outcome} role="status" aria-label="What the marking comes to">
      <p className={styles.marking}>{head.marking}</p>
      <div className={styles.under}>
        <HandlingLines head={head} />
      </div>
      {problems[0] && (
        <p className={styles.problem}>
          {problems[0].text}
          {more > 0 && ` There ${more === 1 ? 'is 1 more' : `are ${more} more`} to mend.`}
        </p>
      )}
    </div>
  )
}
