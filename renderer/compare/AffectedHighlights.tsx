import type { ReactNode } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { Button } from '../ui/index.ts'
import styles from './Compare.module.css'

interface Props {
  highlights: readonly Highlight[]
  onHighlight(highlight: Highlight): void
}

/** The highlights of the earlier text whose words do not stand in the later one as they were marked. */
export function AffectedHighlights({ highlights, onHighlight }: Props): ReactNode {
  const count = highlights.length
  if (count === 0) return <p className={styles.small}>Every highlight stands in the later version too.</p>
  return (
    <section className={styles.review} aria-label="Highlights to review">
      <h3>{count === 1 ? '1 highlight needs review' : `${count} highlights need review`}</h3>
      <p>Their words do not stand in the later version as they were marked.</p>
      <ul>
        {highlights.map(each => (
          <li key={each.highlightId}>
            <span className={styles.quoted}>“{each.exact}”</span>
            <Button
              onPress={() => onHighlight(each)}
              aria-label={`Open the highlight “${each.exact.slice(0, 60).toWellFormed()}”`}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
