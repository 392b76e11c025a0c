import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { inWords } from '../ui/inWords.ts'
import { elementAt } from './domText.ts'
import { kindLabel } from './kinds.ts'
import styles from './MarginNotes.module.css'

interface Props {
  highlights: readonly Highlight[]
  /** Where each highlight is cited in the draft. */
  places: Record<string, string[]>
  activeId: string | null
  onActive(highlightId: string | null): void
  onOpen(highlight: Highlight): void
  onReveal(highlight: Highlight): void
}

/** The notes beside the text, each as near to its words as the one above it allows. */
export function MarginNotes(props: Props): ReactNode {
  const { highlights, places, activeId, onActive, onOpen, onReveal } = props
  const list = useRef<HTMLUListElement>(null)
  const [tops, setTops] = useState<Record<string, number>>({})
  const [height, setHeight] = useState(0)

  useLayoutEffect(() => {
    // This effect runs before the article around it has been handed to any ref.
    const text = list.current?.closest('article')
    if (!text) return
    const put = () => {
      const zero = list.current?.getBoundingClientRect().top ?? 0
      let free = 0
      const next: Record<string, number> = {}
      for (const { highlightId, start } of highlights) {
        const mark = elementAt(text, start)
        const note = document.getElementById(`note-${highlightId}`)
        if (!mark || !note) continue
        const top = Math.max(free, mark.getBoundingClientRect().top - zero)
        next[highlightId] = top
        free = top + note.offsetHeight + 10
      }
      setTops(next)
      setHeight(free)
    }
    put()
    const observer = new ResizeObserver(put)
    observer.observe(text)
    // What a note says may change too: where it is cited.
    for (const note of list.current?.children ?? []) observer.observe(note)
    return () => observer.disconnect()
  }, [highlights])

  return (
    <ul ref={list} className={styles.notes} aria-label="Highlights" style={{ minHeight: height }}>
      {highlights.map(highlight => {
        const { highlightId, kind, note, tags, exact } = highlight
        const cited = places[highlightId] ?? []
        return (
          <li
            key={highlightId}
            id={`note-${highlightId}`}
            className={`${styles.note} ${styles[kind]} ${activeId === highlightId ? styles.active : ''}`}
            style={{ top: tops[highlightId] ?? 0 }}
            onPointerEnter={() => onActive(highlightId)}
            onPointerLeave={() => onActive(null)}
            onFocus={() => onActive(highlightId)}
            onBlur={() => onActive(null)}
          >
            <button
              type="button"
              className={styles.kind}
              aria-label={`${kindLabel(kind)}: open the highlight “${shorten(exact)}”`}
              onClick={() => onOpen(highlight)}
            >
              {kindLabel(kind)}
            </button>
            {note && <p className={styles.words}>{note}</p>}
            {tags.length > 0 && <p className={styles.tags}>Tags: {tags.join(', ')}</p>}
            {cited.length > 0 && (
              <button type="button" className={styles.cited} onClick={() => onReveal(highlight)}>
                Cited in {inWords(cited)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const shorten = (words: string) => (words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words)
