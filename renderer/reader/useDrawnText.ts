import { type RefObject, useMemo } from 'react'
import type { Article, Highlight } from '../../shared/contract/index.ts'
import { foundWords } from './foundWords.ts'
import type { Passage } from './passage.ts'
import { hitsToSee, type ShownBlock, shownBlocks } from './shownBlocks.ts'
import type { Overlay } from './TextStretch.tsx'
import type { TextRange } from './textRange.ts'
import { type Find, useFind } from './useFind.ts'
import { usePassage } from './usePassage.ts'

interface DrawnText {
  shown: ShownBlock[]
  overlays: Overlay[]
  find: Find
}

/** Which blocks of an article show, and what is laid over them: highlights, words searched, words looked for. */
export function useDrawnText(
  page: RefObject<HTMLElement | null>,
  { text, blocks }: Article,
  passage: Passage,
  highlights: readonly Highlight[],
  showsFurniture: boolean,
): DrawnText {
  const searched = useMemo(() => foundWords(text, passage.words ?? ''), [text, passage.words])
  const { target, flash } = usePassage(page, passage, highlights)
  const find = useFind(page, text)
  const { places, place } = find

  const shown = useMemo(() => {
    const mustSee = [...highlights, ...hitsToSee(blocks, searched), target, place]
    return shownBlocks(
      blocks,
      showsFurniture,
      mustSee.filter(range => range !== null),
    )
  }, [blocks, showsFurniture, highlights, searched, target, place])

  const overlays = useMemo<Overlay[]>(
    () => [
      ...highlights.map(highlight => over(highlight, { type: 'highlight', highlight })),
      ...[...searched, ...places].map(range => over(range, { type: 'found' })),
      ...(flash ? [over(flash, { type: 'flash' })] : []),
      ...(place ? [over(place, { type: 'current' })] : []),
    ],
    [highlights, searched, places, flash, place],
  )
  return { shown, overlays, find }
}

const over = <const T extends object>({ start, end }: TextRange, what: T): T & TextRange => ({
  ...what,
  start,
  end,
})
