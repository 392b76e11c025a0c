import type { Article, Highlight, HighlightKind } from '../../shared/contract/index.ts'
import { call } from '../api/index.ts'
import { toast } from '../ui/index.ts'
import { inWords } from '../ui/inWords.ts'
import type { TextRange } from './textRange.ts'

export interface Marking {
  /** Marks a range. A range that is marked already keeps its highlight, which takes the kind. Null when it failed. */
  mark(range: TextRange, kind: HighlightKind | null): Promise<Highlight | null>
  remove(highlight: Highlight, places: readonly string[]): Promise<void>
}

/** Making and removing highlights of an article; what goes wrong is said in a toast. */
export function useMarking({ articleId, version }: Article, highlights: readonly Highlight[]): Marking {
  return {
    async mark({ start, end }, kind) {
      const there = highlights.find(each => each.start === start && each.end === end)
      try {
        if (!there)
          return await call('highlights.create', { articleId, version, start, end, kind: kind ?? 'claim' })
        if (kind === null || there.kind === kind) return there
        return await call('highlights.update', { highlightId: there.highlightId, details: { kind } })
      } catch (error) {
        complain(error)
        return null
      }
    },
    async remove({ highlightId }, places) {
      try {
        await call('highlights.remove', { highlightId })
        const cited = places.length > 0 ? ` It is cited in ${inWords(places)} of this pack.` : ''
        toast(`Highlight removed.${cited}`, {
          action: {
            label: 'Undo',
            onPress: () => void call('highlights.restore', { highlightId }).catch(complain),
          },
        })
      } catch (error) {
        complain(error)
      }
    },
  }
}

export function complain(error: unknown): void {
  toast(error instanceof Error ? error.message : String(error), { tone: 'problem' })
}
