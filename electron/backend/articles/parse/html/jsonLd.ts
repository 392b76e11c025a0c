export interface LinkedArticle {
  headline: string | null
  author: string | null
  publisher: string | null
  published: string | null
  modified: string | null
  language: string | null
  section: string | null
}

const articleTypes = /(?:Article|BlogPosting|Report|NewsItem|Posting|WebPage)$/
/** In UTF-16 code units, and in things: what is larger describes a whole site, not an article. */
const largest = 500_000
const mostThings = 2000

/**
 * The article that a page's JSON-LD scripts (schema.org) describe, the best described first: one with a headline,
 * else one with a date. Anything malformed counts as not said.
 */
export function jsonLdArticle(scripts: readonly string[]): LinkedArticle | null {
  const things = scripts.flatMap(script => thingsIn(parse(script)))
  const articles = things.filter(thing =>
    [thing['@type']].flat().some(type => typeof type === 'string' && articleTypes.test(type)),
  )
  const article = articles.find(thing => text(thing.headline)) ?? articles.find(thing => thing.datePublished)
  if (!article) return null
  const named = new Map(things.map(thing => [thing['@id'], thing]))
  return {
    headline: text(article.headline) ?? text(article.name),
    author: names(article.author ?? article.creator, named),
    publisher: names(article.publisher, named),
    published: text(article.datePublished),
    modified: text(article.dateModified),
    language:
      text(article.inLanguage) ??
      (isThing(article.inLanguage) ? text(article.inLanguage.alternateName) : null),
    section: text([article.articleSection].flat()[0]),
  }
}

type Thing = Record<string, unknown>

/** JSON as pages have it: within CDATA or a comment, with commas too many, with line ends inside strings. */
function parse(script: string): unknown {
  if (script.length > largest) return null
  const json = script
    .replace(/^\s*(?:<!--|\/\/|\/\*)?\s*(?:<!\[CDATA\[)?\s*(?:\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s{0,20}(?:\]\]>)?\s{0,20}(?:-->|\*\/)?[\s;]{0,20}$/, '')
  for (const written of [() => script, () => json, () => repaired(json)]) {
    try {
      return JSON.parse(written())
    } catch {}
  }
  return null
}

/** Strings first, whose line ends and tabs are written out; then commas before a closing bracket are left out. */
function repaired(json: string): string {
  return json.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s{0,200}[}\]])/g, part =>
    part === ','
      ? ''
      : part.replace(/[\u0000-\u001f]/g, control => (control < ' ' && /\s/.test(control) ? ' ' : '')),
  )
}

/** The things of a graph, a list, or within what a page is mainly about, in their order. */
function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = []
  const waiting = [value]
  for (let i = 0; i < waiting.length && things.length < mostThings; i++) {
    const one = waiting[i]
    if (Array.isArray(one)) waiting.push(...one.slice(0, mostThings))
    else if (isThing(one)) {
      things.push(one)
      waiting.push(one['@graph'], one.mainEntity, one.mainEntityOfPage)
    }
  }
  return things
}

/** Names of people or organisations, said by name, by list of names within lists, or by reference to another thing. */
function names(value: unknown, named: ReadonlyMap<unknown, Thing>): string | null {
  const all = [value]
    .flat(4)
    .slice(0, 50)
    .map(one => {
      if (!isThing(one)) return text(one)
      const whole = one.name === undefined ? (named.get(one['@id']) ?? one) : one
      return text([whole.name].flat()[0])
    })
  return all.filter(name => name && !/^https?:/i.test(name)).join(', ') || null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
