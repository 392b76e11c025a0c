import type { Article } from '../../../../shared/contract/article.ts'
import { foldWord } from '../../../../shared/text/words.ts'
import type { ParsedSource } from '../parsedSource.ts'

/** Two texts share at least this part of the shorter one's running paragraphs, or they are two articles. */
const sharedPart = 0.25

/**
 * Whether a source that names the same address as an article is that article issued again. The address alone does not
 * say so: a site's front page, or a line at the foot that every article carries, would make versions of strangers.
 */
export function isReissue(
  article: Pick<Article, 'title' | 'text' | 'blocks'>,
  source: Pick<ParsedSource, 'title' | 'text' | 'blocks' | 'url'>,
): boolean {
  if (source.url === null || !URL.canParse(source.url)) return false
  const { pathname, search } = new URL(source.url)
  if (pathname === '/' && search === '') return false
  if (foldWord(article.title) === foldWord(source.title)) return true
  const before = paragraphs(article)
  const after = paragraphs(source)
  const shared = [...after].filter(paragraph => before.has(paragraph)).length
  return shared > 0 && shared >= sharedPart * Math.min(before.size, after.size)
}

function paragraphs({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Set<string> {
  return new Set(blocks.filter(block => !block.furniture).map(({ start, end }) => text.slice(start, end)))
}
