import { Failure } from '../../../shared/contract/fault.ts'
import { getArticle } from '../articles/store.ts'
import type { Circumstances, HandlersOf } from '../circumstances.ts'
import {
  createHighlight,
  createHighlightByQuote,
  getHighlight,
  listHighlights,
  setHighlightRemoved,
  updateHighlight,
} from './store.ts'

export function highlightHandlers({ opened, now, changed }: Circumstances): HandlersOf<'highlights'> {
  const { db } = opened
  return {
    'highlights.list': ({ articleId, version }) => ({ highlights: listHighlights(db, articleId, version) }),
    'highlights.cited': ({ highlightIds }) => ({
      cited: highlightIds.flatMap(highlightId => {
        try {
          const { removed, ...highlight } = getHighlight(db, highlightId)
          const { title, publisher, publishedOn } = getArticle(db, highlight.articleId)
          return [{ highlight, removed, title, publisher, publishedOn }]
        } catch (error) {
          if (error instanceof Failure && error.code === 'not-found') return []
          throw error
        }
      }),
    }),
    'highlights.create': ({ kind, note, tags, ...place }) => {
      const highlight = createHighlight(db, place, { kind, note, tags }, now())
      changed('highlights', 'articles')
      return highlight
    },
    'highlights.createByQuote': ({ articleId, quote, ...details }) => {
      const highlight = createHighlightByQuote(db, articleId, quote, details, now())
      changed('highlights', 'articles')
      return highlight
    },
    'highlights.update': ({ highlightId, details }) => {
      const highlight = updateHighlight(db, highlightId, details, now())
      changed('highlights')
      return highlight
    },
    'highlights.remove': ({ highlightId }) => {
      setHighlightRemoved(db, highlightId, now())
      changed('highlights', 'articles')
      return {}
    },
    'highlights.restore': ({ highlightId }) => {
      setHighlightRemoved(db, highlightId, null)
      changed('highlights', 'articles')
      return {}
    },
  }
}
