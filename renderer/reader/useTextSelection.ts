import { type RefObject, useEffect, useState } from 'react'
import { readSelection } from './domText.ts'
import { type TextRange, trimRange } from './textRange.ts'

/**
 * What is selected of the text under `root`; null when nothing is. It follows the keyboard at once and the pointer
 * when it is let go, and stays while the focus is in an element marked `data-keeps-selection`,
 * or in a dialog.
 */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  text: string,
): [TextRange | null, () => void] {
  const [range, setRange] = useState<TextRange | null>(null)

  useEffect(() => {
    let isDragging = false
    const read = () => {
      const selection = document.getSelection()
      if (isDragging || !root.current || !selection) return
      if (document.activeElement?.closest('[data-keeps-selection], [role="dialog"]')) return
      const found = readSelection(root.current, selection)
      const next = found && trimRange(text, found.anchor, found.head)
      setRange(old => (old?.start === next?.start && old?.end === next?.end ? old : next))
    }
    const down = (event: PointerEvent) => {
      isDragging = root.current?.contains(event.target as Node) ?? false
    }
    const up = () => {
      isDragging = false
      // A click that ends a selection clears it only after this event.
      setTimeout(read)
    }
    document.addEventListener('selectionchange', read)
    // A key acts on what is selected at its press: quick keys come before the selection's own event.
    document.addEventListener('keydown', read, true)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('keydown', read, true)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
    }
  }, [root, text])

  function clear(): void {
    document.getSelection()?.removeAllRanges()
    setRange(null)
  }
  return [range, clear]
}
