import type { Article } from '../../../../shared/contract/article.ts'
import { foldWord } from '../../../../shared/text/words.ts'
import type { ParsedSource } from '../parsedSource.ts'

/** Two texts share at least this part of the shorter one's running paragraphs, or they are two articles. */
const sharedPart = 0.25

/**
 * How surely a source that names the same address as an article is that article issued again: 0 when it is not. The
 * address alone does not say so: a site's front page, or a line at the foot that every article carries, would make
 * versions of strangers.
 */
export function reissueOf(
  article: Pick<Article, 'title' | 'text' | 'blocks'>,
  source: Pick<ParsedSource, 'title' | 'text' | 'blocks' | 'url'>,
): number {
  if (source.url === null || !URL.canParse(source.url)) return 0
  const { pathname, search } = new URL(source.url)
  if (pathname === '/' && search === '') return 0
  const before = paragraphs(article)
  const after = paragraphs(source)
  const shared = [...after].filter(paragraph => before.has(paragraph)).length
  const part = shared === 0 ? 0 : shared / Math.min(before.size, after.size)
  if (foldWord(article.title) === foldWord(source.title)) return 1 + part
  return part >= sharedPart ? part : 0
}

function paragraphs({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Set<string> {
  return new Set(blocks.filter(block => !block.furniture).map(({ start, end }) => text.slice(start, end)))
}
