import type { ReactNode } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { Button } from '../ui/index.ts'
import { inWords } from '../ui/inWords.ts'
import { kindLabel } from './kinds.ts'
import styles from './Reader.module.css'

interface Props {
  highlights: readonly Highlight[]
  places: Record<string, string[]>
  canMark: boolean
  onRemove(highlight: Highlight): void
}

/** Highlights whose words do not stand where they should in this version. They never move by themselves. */
export function ReviewList({ highlights, places, canMark, onRemove }: Props): ReactNode {
  if (highlights.length === 0) return null
  return (
    <section className={styles.review} aria-label="Highlights to review">
      <h3>
        {highlights.length === 1 ? '1 highlight needs review' : `${highlights.length} highlights need review`}
      </h3>
      <p>Their words do not stand in this version as they were marked. Mark them again where they belong.</p>
      <ul>
        {highlights.map(each => (
          <li key={each.highlightId}>
            {kindLabel(each.kind)}: “{each.exact}”{each.note && ` (${each.note})`}
            {places[each.highlightId] && ` Cited in ${inWords(places[each.highlightId]!)}.`}{' '}
            {canMark && (
              <Button
                onPress={() => onRemove(each)}
                aria-label={`Remove the highlight “${each.exact.slice(0, 60)}”`}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
