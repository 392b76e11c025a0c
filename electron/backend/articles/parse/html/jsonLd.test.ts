import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonLdArticle } from './jsonLd.ts'

const article = { '@type': 'NewsArticle', headline: 'Pier shut' }

it.each([
  ['alone', article],
  ['in a list', [{ '@type': 'Organization', name: 'x' }, article]],
  ['in a graph', { '@graph': [{ '@type': 'WebSite' }, article] }],
  ['in a list of graphs', [[{ '@graph': [[article]] }]]],
  ['as what a page is about', { '@type': 'ItemPage', mainEntity: article }],
  ['with several types', { ...article, '@type': ['Thing', 'ReportageNewsArticle'] }],
])('finds an article %s', (_, value) => {
  expect(jsonLdArticle(['{"@type":"WebSite"}', JSON.stringify(value)])?.headline).toBe('Pier shut')
})

it.each([
  ['commas too many', '{"@type":"Article","headline":"Pier shut","author":["Jo Roe",],}'],
  ['line ends in strings', '{"@type":"Article","headline":"Pier\nshut","author":"Jo\tRoe"}'],
  ['CDATA', '//<![CDATA[\n{"@type":"Article","headline":"Pier shut","author":"Jo Roe"}\n//]]>'],
  ['a comment', '<!--{"@type":"Article","headline":"Pier shut","author":"Jo Roe"}-->'],
  ['a semicolon', '{"@type":"Article","headline":"Pier shut","author":"Jo Roe"};'],
])('does not mind %s', (_, script) => {
  expect(jsonLdArticle([script])).toMatchObject({ headline: 'Pier shut', author: 'Jo Roe' })
})

it('leaves commas in strings alone', () => {
  expect(jsonLdArticle(['{"@type":"Article","headline":"a, ] b,}",}'])?.headline).toBe('a, ] b,}')
})

it('reads lists of authors within lists, and people said elsewhere', () => {
  const scripts = [
    JSON.stringify({
      ...article,
      author: [{ '@id': '#a' }, [{ name: ['Al Dee'] }], 'https://x.example.test'],
    }),
    JSON.stringify({ '@id': '#a', '@type': 'Person', name: 'Jo Roe' }),
  ]
  expect(jsonLdArticle(scripts)?.author).toBe('Jo Roe, Al Dee')
})

it('takes any JSON, and anything else, for an article or for nothing', () => {
  const value = fc
    .jsonValue()
    .map(json => JSON.stringify({ '@type': 'Article', author: json, headline: json }))
  fc.assert(
    fc.property(fc.oneof(value, fc.string()), script => {
      const found = jsonLdArticle([script])
      for (const one of Object.values(found ?? {})) expect(one === null || one.length > 0).toBe(true)
    }),
  )
})

it.each(['\\', '[', '{', ',  ', '"', '//', '/*', '<!--', ' ', '{"a":', '",'])(
  'is through with 100 KB of %j in 50 ms',
  part => {
    const script = `{"@type":"Article",${part.repeat(100_000 / part.length)}x`
    const took = () => {
      const started = performance.now()
      expect(jsonLdArticle([script])).toBeNull()
      return performance.now() - started
    }
    expect(Math.min(took(), took(), took())).toBeLessThan(50)
  },
)
