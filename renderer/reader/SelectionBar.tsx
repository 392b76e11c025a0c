import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { HighlightKind } from '../../shared/contract/index.ts'
import { Button, Toolbar, useCommands } from '../ui/index.ts'
import { boxOf } from './domText.ts'
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

/** What can be done with the words selected. It stands below them; Ctrl+Shift and a number presses its buttons. */
export function SelectionBar(props: Props): ReactNode {
  const { range, root, bar, canInsert, onMark, onNote, onQuote, onCite, onLeave } = props
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, left: 0 })

  useLayoutEffect(() => {
    const put = () => {
      const around = frame.current?.offsetParent?.getBoundingClientRect()
      const box = root.current && boxOf(root.current, range)
      if (!around || !box || !frame.current) return
      const most = around.width - frame.current.offsetWidth - 8
      setPlace({
        top: box.bottom - around.top + 8,
        left: Math.max(8, Math.min(box.left - around.left, most)),
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
