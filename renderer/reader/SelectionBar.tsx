import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { HighlightKind } from '../../shared/contract/index.ts'
import { Button, Toolbar, useCommands } from '../ui/index.ts'
import { boxesOf } from './domText.ts'
import { kinds } from './kinds.ts'
import styles from './SelectionBar.module.css'
import type { TextRange } from './textRange.ts'

interface Props {
  range: TextRange
  root: RefObject<HTMLElement | null>
  bar: RefObject<HTMLDivElement | null>
  canInsert: boolean
  onMark(kind: HighlightKind): void
  onNote(): void
  onQuote(): void
  onCite(): void
  onLeave(): void
}

/** The distance to the words, in CSS pixels. */
const gap = 8

/** What can be done with the words selected. It stands below them, or above where there is no room; Ctrl+Shift and a number presses its buttons. */
export function SelectionBar(props: Props): ReactNode {
  const { range, root, bar, canInsert, onMark, onNote, onQuote, onCite, onLeave } = props
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, left: 0 })

  useLayoutEffect(() => {
    const put = () => {
      const bar = frame.current
      const around = bar?.offsetParent?.getBoundingClientRect()
      const seen = bar?.closest('[data-scroller]')?.getBoundingClientRect()
      const boxes = root.current ? boxesOf(root.current, range) : []
      const [first, last] = [boxes[0], boxes.at(-1)]
      if (!bar || !around || !seen || !first || !last) return
      const above = first.top - bar.offsetHeight - gap
      const isAbove = last.bottom + gap + bar.offsetHeight > seen.bottom && above > seen.top
      const most = around.width - bar.offsetWidth - gap
      setPlace({
        top: (isAbove ? above : last.bottom + gap) - around.top,
        left: Math.max(gap, Math.min(last.left - around.left, most)),
      })
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [root, range])

  const actions = [
    ...kinds.map(({ value, label }) => ({ id: value as string, label, run: () => onMark(value) })),
    { id: 'note', label: 'Note', run: onNote },
    ...(canInsert
      ? [
          { id: 'quote', label: 'Quote in draft', run: onQuote },
          { id: 'cite', label: 'Cite', run: onCite },
        ]
      : []),
  ]
  useCommands(
    actions.map(({ id, label, run }, i) => ({
      id: `selection.${id}`,
      label: `Selected words: ${label}`,
      keys: `Ctrl+Shift+${i + 1}`,
      run,
    })),
  )

  return (
    // The pointer must not take the selection away.
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the default from happening
    <div
      ref={frame}
      className={styles.frame}
      style={place}
      data-keeps-selection
      onMouseDown={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <Toolbar aria-label="Selected words" ref={bar}>
        {actions.map(({ id, label, run }) => (
          <Button key={id} variant="quiet" onPress={run}>
            {label}
          </Button>
        ))}
      </Toolbar>
    </div>
  )
}
