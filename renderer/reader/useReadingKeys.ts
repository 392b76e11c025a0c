import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { readSelection, writeSelection } from './domText.ts'
import type { ShownBlock } from './shownBlocks.ts'
import { type Caret, firstWord, type Step, step, wordRanges } from './wordSelection.ts'

interface ReadingKeys {
  /** The index of the block that takes the tab stop of the text. */
  current: number
  onKeyDown(event: KeyboardEvent): void
  onFocus(event: { target: EventTarget }): void
}

/**
 * Reading and selecting by keyboard. Up and Down go from block to block; Enter goes into one and selects its first
 * word; there the arrows go by word, with Shift they extend the selection, with Shift and Ctrl or Alt by character.
 * Enter or F10 goes to what can be done with the selection; Escape goes back out.
 */
export function useReadingKeys(
  root: RefObject<HTMLElement | null>,
  text: string,
  shown: readonly ShownBlock[],
  goToActions: () => void,
): ReadingKeys {
  const [wanted, setWanted] = useState(0)
  const current = shown.some(({ index }) => index === wanted) ? wanted : (shown[0]?.index ?? 0)
  const words = useMemo(() => wordRanges(text, shown), [text, shown])

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target as Element).matches('[data-block]')) return
    const selection = document.getSelection()
    if (!root.current || !selection) return
    const caret = readSelection(root.current, selection)
    const handled = caret ? inWords(event, caret) : inBlocks(event)
    if (handled) event.preventDefault()
  }

  function inBlocks({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || altKey || metaKey) return false
    const position = shown.findIndex(({ index }) => index === current)
    const target = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: shown.length - 1 }[key]
    if (target !== undefined) {
      const block = shown[target]
      if (block) focusBlock(block.index)
      return block !== undefined
    }
    const block = shown[position]
    const word = key === 'Enter' && block ? firstWord(words, block) : null
    if (word) select(word)
    return word !== null
  }

  function inWords(event: KeyboardEvent, caret: Caret): boolean {
    const { key, shiftKey, ctrlKey, altKey } = event
    if (key === 'Escape') {
      document.getSelection()?.removeAllRanges()
      return true
    }
    if (key === 'Enter' || key === 'F10') {
      goToActions()
      return true
    }
    if (!stepKeys.has(key) || (!shiftKey && (ctrlKey || altKey))) return false
    const next = step(text, shown, words, caret, {
      key: key as Step['key'],
      extends: shiftKey,
      byCharacter: ctrlKey || altKey,
    })
    select(next)
    const block = shown.find(({ start, end }) => next.head >= start && next.head <= end)
    if (block && block.index !== current) focusBlock(block.index)
    return true
  }

  function select(caret: Caret): void {
    const selection = document.getSelection()
    if (root.current && selection) writeSelection(root.current, selection, caret)
  }

  function focusBlock(index: number): void {
    setWanted(index)
    const block = root.current?.querySelector<HTMLElement>(`[data-block="${index}"]`)
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'nearest' })
  }

  return {
    current,
    onKeyDown,
    onFocus: ({ target }) => {
      const index = (target as Element).getAttribute('data-block')
      if (index !== null) setWanted(Number(index))
    },
  }
}

const stepKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
