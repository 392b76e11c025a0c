import type { Article, Comparison } from '../../../../shared/contract/article.ts'
import { listHighlights } from '../../annotations/store.ts'
import type { Database } from '../../database/openDatabase.ts'
import { getArticle, namedVersion } from '../store.ts'
import { compareBlocks } from './compareBlocks.ts'

interface Which {
  articleId: string
  version?: number
}

/**
 * What differs between two versions of an article, or between two articles, and which highlights of the first do not
 * find their words in the second. Throws `not-found`.
 */
export function compareArticles(db: Database, from: Which, to: Which): Comparison {
  const earlier = getArticle(db, from.articleId, from.version)
  const later = getArticle(db, to.articleId, to.version)
  const review =
    earlier.articleId === later.articleId
      ? listHighlights(db, later.articleId, later.version).filter(({ state }) => state === 'review')
      : []
  return {
    from: namedVersion(earlier),
    to: namedVersion(later),
    blocks: compareBlocks(running(earlier), running(later)),
    review,
  }
}

const running = ({ text, blocks }: Article): string[] =>
  blocks.filter(({ furniture }) => !furniture).map(({ start, end }) => text.slice(start, end))
