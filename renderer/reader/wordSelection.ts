import type { TextRange } from './textRange.ts'

/** What is selected, with the end that moves as `head`. */
export interface Caret {
  anchor: number
  head: number
}

export interface Step {
  key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'
  /** Moves one end instead of selecting another word. */
  extends?: boolean
  /** Moves by one character instead of one word. */
  byCharacter?: boolean
}

/** The words of the stretches shown, without the punctuation around them: "34,500" is one, "money." ends before the stop. */
export function wordRanges(text: string, shown: readonly TextRange[]): TextRange[] {
  const word = /[^\s.,;:!?]+(?:[.,;:!?]+[^\s.,;:!?]+)*/g
  return shown.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(word)].map(match => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  )
}

/**
 * The selection after a key. Left and Right take the word before or after; with `extends` they move the head by a
 * word, or by a character. Up and Down go by block, Home and End to its limits. The selection stays as it is where
 * the text ends.
 */
export function step(
  text: string,
  shown: readonly TextRange[],
  words: readonly TextRange[],
  caret: Caret,
  { key, extends: isExtending = false, byCharacter = false }: Step,
): Caret {
  if (isExtending) {
    const head = byCharacter ? nextCharacter(text, caret.head, key) : nextHead(shown, words, caret.head, key)
    const isShown = shown.some(({ start, end }) => head >= start && head <= end)
    return isShown ? { ...caret, head } : caret
  }
  const word = nextWord(shown, words, caret, key)
  return word ? { anchor: word.start, head: word.end } : caret
}

/** The first word of a block, as a selection; null where it has none. */
export function firstWord(words: readonly TextRange[], block: TextRange): Caret | null {
  const word = words.find(({ start }) => start >= block.start && start < block.end)
  return word ? { anchor: word.start, head: word.end } : null
}

function nextWord(
  shown: readonly TextRange[],
  words: readonly TextRange[],
  caret: Caret,
  key: Step['key'],
): TextRange | undefined {
  const from = Math.min(caret.anchor, caret.head)
  const to = Math.max(caret.anchor, caret.head)
  const block = blockAt(shown, caret.head)
  const inBlock = (at: TextRange | undefined) =>
    at ? words.filter(({ start }) => start >= at.start && start < at.end) : []
  switch (key) {
    case 'ArrowRight':
      return words.find(({ start }) => start >= to)
    case 'ArrowLeft':
      return words.findLast(({ end }) => end <= from)
    case 'ArrowDown':
      return inBlock(shown[block + 1])[0]
    case 'ArrowUp':
      return inBlock(shown[block - 1])[0]
    case 'Home':
      return inBlock(shown[block])[0]
    case 'End':
      return inBlock(shown[block]).at(-1)
  }
}

function nextHead(
  shown: readonly TextRange[],
  words: readonly TextRange[],
  head: number,
  key: Step['key'],
): number {
  const block = blockAt(shown, head)
  const { start, end } = shown[block] ?? { start: head, end: head }
  switch (key) {
    case 'ArrowRight':
      return words.find(word => word.end > head)?.end ?? end
    case 'ArrowLeft':
      return words.findLast(word => word.start < head)?.start ?? start
    case 'ArrowDown':
      return head < end ? end : (shown[block + 1]?.end ?? end)
    case 'ArrowUp':
      return head > start ? start : (shown[block - 1]?.start ?? start)
    case 'Home':
      return start
    case 'End':
      return end
  }
}

function nextCharacter(text: string, head: number, key: Step['key']): number {
  if (key === 'ArrowRight') {
    const [first] = new Intl.Segmenter('en-GB').segment(text.slice(head, head + 40))
    return head + (first?.segment.length ?? 0)
  }
  if (key === 'ArrowLeft') {
    const last = [...new Intl.Segmenter('en-GB').segment(text.slice(Math.max(0, head - 40), head))].at(-1)
    return head - (last?.segment.length ?? 0)
  }
  return head
}

const blockAt = (shown: readonly TextRange[], offset: number) =>
  shown.findIndex(({ start, end }) => offset >= start && offset <= end)
