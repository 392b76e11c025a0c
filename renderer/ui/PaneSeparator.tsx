import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import styles from './PaneGroup.module.css'

interface Props {
  label: string
  controls: string
  percent: number
  /** Positive is to the right, in CSS pixels. */
  onMove(pixels: number): void
  onHide(): void
}

const step = 24
const keys: Record<string, number> = {
  ArrowLeft: -step,
  ArrowRight: step,
  Home: -100_000,
  End: 100_000,
}

/** The window splitter of the ARIA practices: arrows move it, Home and End take it to its limits, Enter hides. */
export function PaneSeparator({ label, controls, percent, onMove, onHide }: Props): ReactNode {
  const from = useRef<number | null>(null)

  function onKeyDown(event: KeyboardEvent): void {
    const pixels = keys[event.key]
    if (pixels === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (pixels === undefined) onHide()
    else onMove(pixels)
  }

  function onPointerMove(event: PointerEvent): void {
    if (from.current === null) return
    onMove(event.clientX - from.current)
    from.current = event.clientX
  }

  return (
    <hr
      className={styles.separator}
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = event.clientX
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}
