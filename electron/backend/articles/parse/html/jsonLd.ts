import type { PageDocument } from './pageDom.ts'
export interface LinkedArticle {
  headline: string | null
  author: string | null
  publisher: string | null
  published: string | null
}

const articleTypes = /(?:Article|BlogPosting|Report|NewsItem|Posting|WebPage)$/
const largest = 500_000

/** The article a page describes in JSON-LD (schema.org). Anything malformed counts as not said. */
export function jsonLdArticle(document: PageDocument): LinkedArticle {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''))
    if (article)
      return {
        headline: text(article.headline),
        author: names(article.author),
        publisher: names(article.publisher),
        published: text(article.datePublished),
      }
  }
  return { headline: null, author: null, publisher: null, published: null }
}

type Thing = Record<string, unknown>

function parse(json: string): unknown {
  if (json.length > largest) return null
  try {
    return JSON.parse(json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''))
  } catch {
    return null
  }
}

function findArticle(value: unknown): Thing | null {
  const things = Array.isArray(value)
    ? value
    : [value, ...(isThing(value) && Array.isArray(value['@graph']) ? value['@graph'] : [])]
  const articles = things
    .filter(isThing)
    .filter(thing => articleTypes.test(String([thing['@type']].flat()[0])))
  return articles.find(thing => thing.headline) ?? articles.find(thing => thing.datePublished) ?? null
}

function names(value: unknown): string | null {
  const all = [value].flat().map(one => (isThing(one) ? text(one.name) : text(one)))
  return all.filter(name => name && !/^https?:/i.test(name)).join(', ') || null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
