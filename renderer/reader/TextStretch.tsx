import type { ReactNode } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { kindLabel } from './kinds.ts'
import { segments } from './segments.ts'
import styles from './TextStretch.module.css'
import type { TextRange } from './textRange.ts'

/** What may be laid over a text. */
export type Overlay = TextRange &
  ({ type: 'highlight'; highlight: Highlight } | { type: 'found' } | { type: 'flash' } | { type: 'current' })

interface Props {
  text: string
  within: TextRange
  overlays: readonly Overlay[]
  /** The highlight whose note is pointed at. */
  activeId: string | null
}

/** A stretch of the text as it is drawn: each piece in an element of its own, which `domText` reads. */
export function TextStretch({ text, within, overlays, activeId }: Props): ReactNode {
  return segments(within, overlays).map(({ start, end, over }) => {
    const highlights = over.flatMap(each => (each.type === 'highlight' ? [each.highlight] : []))
    const isFound = over.some(({ type }) => type === 'found')
    const isFlashed = over.some(({ type }) => type === 'flash')
    const isCurrent = over.some(({ type }) => type === 'current')
    const words = text.slice(start, end)
    if (highlights.length === 0 && !isFound && !isFlashed && !isCurrent) {
      return (
        <span key={start} data-start={start}>
          {words}
        </span>
      )
    }
    // The shortest is the one meant: a longer one can be reached beside it.
    const nearest = highlights.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
    const names = [
      nearest && styles.highlight,
      nearest && styles[nearest.kind],
      highlights.length > 1 && styles.several,
      highlights.some(({ highlightId }) => highlightId === activeId) && styles.active,
      isFound && styles.found,
      isFlashed && styles.flash,
      isCurrent && styles.current,
    ]
    return (
      <mark
        key={start}
        data-start={start}
        data-highlights={highlights.map(({ highlightId }) => highlightId).join(' ') || undefined}
        data-nearest={nearest?.highlightId}
        aria-details={nearest && `note-${nearest.highlightId}`}
        title={nearest && `${kindLabel(nearest.kind)}${nearest.note && `: ${nearest.note}`}`}
        className={names.filter(Boolean).join(' ')}
      >
        {words}
      </mark>
    )
  })
}
