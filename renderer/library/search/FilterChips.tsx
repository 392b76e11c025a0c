import type { ReactNode } from 'react'
import { explainFilter } from '../../../shared/search/explainQuery.ts'
import { type TypedFilter, withoutFilters } from '../../../shared/search/typedFilters.ts'
import { Button } from '../../ui/index.ts'
import styles from './Search.module.css'

interface Props {
  words: string
  filters: readonly TypedFilter[]
  onWords(words: string): void
}

/** The filters of what was typed. Pressing one takes it out of the words: what is typed is all there is. */
export function FilterChips({ words, filters, onWords }: Props): ReactNode {
  if (filters.length === 0) return null
  return (
    <ul className={styles.chips} aria-label="Filters">
      {filters.map(each => {
        const said = explainFilter(each.filter)
        return (
          <li key={each.start}>
            <Button aria-label={`Take away: ${said}`} onPress={() => onWords(withoutFilters(words, [each]))}>
              <span className={styles.said}>{said.charAt(0).toUpperCase() + said.slice(1)}</span>
              <span aria-hidden className={styles.cross} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
