import { type RefObject, useMemo } from 'react'
import type { Article, Highlight } from '../../shared/contract/index.ts'
import { today } from '../ui/dates.ts'
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

/**
 * Which blocks of an article show, and what is laid over them: highlights, words searched, words looked for. Of the
 * places searched the one is shown that is `ahead` of where it was opened.
 */
export function useDrawnText(
  page: RefObject<HTMLElement | null>,
  { text, blocks }: Article,
  passage: Passage,
  highlights: readonly Highlight[],
  showsFurniture: boolean,
  ahead: number,
): DrawnText {
  const searched = useMemo(() => foundWords(text, passage.words ?? '', today()), [text, passage.words])
  const toSee = useMemo(() => hitsToSee(blocks, searched), [blocks, searched])
  const { target, flash } = usePassage(page, passage, highlights)
  const find = useFind(page, text, toSee, { from: target?.start ?? 0, asked: passage.asked, ahead })
  const { places, place } = find

  const shown = useMemo(() => {
    const mustSee = [...highlights, ...toSee, target, place]
    return shownBlocks(
      blocks,
      showsFurniture,
      mustSee.filter(range => range !== null),
    )
  }, [blocks, showsFurniture, highlights, toSee, target, place])

  const overlays = useMemo<Overlay[]>(
    () => [
      ...highlights.map(highlight => over(highlight, { type: 'highlight', highlight })),
      ...(find.words === null && !find.isLeft ? searched : places).map(range =>
        over(range, { type: 'found' }),
      ),
      ...(flash ? [over(flash, { type: 'flash' })] : []),
      ...(place ? [over(place, { type: 'current' })] : []),
    ],
    [highlights, find.words, find.isLeft, searched, places, flash, place],
  )
  return { shown, overlays, find }
}

const over = <const T extends object>({ start, end }: TextRange, what: T): T & TextRange => ({
  ...what,
  start,
  end,
})
