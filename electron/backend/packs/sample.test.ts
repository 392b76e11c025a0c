import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HighlightKind } from '../../../shared/contract/highlight.ts'
import { Template } from '../../../shared/contract/pack.ts'
import { Briefing, type DocumentNode } from '../../../shared/document/briefing.ts'
import { referenceTarget, referenceWords } from '../../../shared/document/crossReferences.ts'
import { openBriefing } from '../../../shared/document/open.ts'
import { plainText, walkBriefing } from '../../../shared/document/walk.ts'
import { readOne } from '../articles/parse/readOne.testkit.ts'
import type { ParsedSource } from '../articles/parsedSource.ts'

const root = join(import.meta.dirname, '../../..')
const articlesFolder = join(root, 'assets/sample/articles')
const seedsFolder = join(root, '../shared/seeds')
const articleNames = readdirSync(articlesFolder)
const articles = new Map<string, ParsedSource>(
  articleNames.map(name => [name, readOne({ name, bytes: readFileSync(join(articlesFolder, name)) })]),
)
const pack = readBriefing('sample/pack.json')
const nodes = allNodes(pack.content)
const cited = nodes.filter(({ type }) => type === 'citation' || type === 'quotation')
const Passage = z.object({
  source: z.string().startsWith('articles/'),
  quote: z.string().min(10),
  kind: HighlightKind,
  note: z.string(),
})
const passages = [
  ...new Map(
    cited.map(({ attrs }) => Passage.parse(attrs)).map(p => [`${p.source}\n${p.quote}`, p]),
  ).values(),
]

describe('the passages of the sample pack', () => {
  it.each(passages)('stands once in $source, outside furniture: $quote', ({ source, quote }) => {
    const article = articles.get(source.replace('articles/', ''))!
    const at = article.text.indexOf(quote)
    expect(at).toBeGreaterThanOrEqual(0)
    expect(article.text.indexOf(quote, at + 1)).toBe(-1)
    const around = article.blocks.filter(({ start, end }) => start <= at && end >= at + quote.length)
    expect(around).toHaveLength(1)
    expect(around[0]?.furniture).toBeUndefined()
  })

  it('are many, from many articles, and no two overlap', () => {
    expect(passages.length).toBeGreaterThanOrEqual(20)
    expect(new Set(passages.map(({ source }) => source)).size).toBeGreaterThanOrEqual(6)
    for (const name of articleNames) {
      const text = articles.get(name)!.text
      const ends = passages
        .filter(({ source }) => source === `articles/${name}`)
        .map(({ quote }) => [text.indexOf(quote), text.indexOf(quote) + quote.length] as const)
        .sort(([a], [b]) => a - b)
      for (const [i, [start]] of ends.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(ends[i]![1])
    }
  })

  it('are quoted letter by letter where they are set as quotations', () => {
    const quotations = nodes.filter(({ type }) => type === 'quotation')
    expect(quotations.length).toBeGreaterThanOrEqual(2)
    for (const quotation of quotations) expect(plainText(quotation)).toBe(quotation.attrs?.quote)
  })
})

describe('the sample pack', () => {
  it('opens for editing once its citations have ids', () => {
    expect(openBriefing({ ...pack, content: withIds(pack.content) }).readOnly).toBeNull()
  })

  it('has the headings of a submission in their order, a table and annexes', () => {
    const body = nodes.slice(
      0,
      nodes.findIndex(({ type }) => type === 'annexTitle'),
    )
    const wanted = 'Issue, Recommendation, Timing, Background, Argument, Options, Handling, Next steps'.split(
      ', ',
    )
    const headings = body.filter(({ type }) => type === 'heading').map(plainText)
    expect(headings.filter(heading => wanted.includes(heading))).toEqual(wanted)
    expect(body.some(({ type }) => type === 'table')).toBe(true)
    expect(nodes.filter(({ type }) => type === 'annexTitle').map(plainText)).toContain('Chronology')
    expect(pack.head.marking).toBe('OFFICIAL-SENSITIVE')
  })

  it('cites a source beside every figure', () => {
    const figure = /\d,\d{3}|\d%|£\d|\b\d{3}\b/
    for (const row of nodes.filter(({ type }) =>
      ['numberedParagraph', 'listItem', 'tableCell'].includes(type),
    )) {
      if (figure.test(plainText(row)))
        expect(
          allNodes(row).some(({ type }) => type === 'citation'),
          plainText(row),
        ).toBe(true)
    }
  })

  it('gives only figures that stand in a passage cited beside them', () => {
    for (const row of nodes.filter(({ type }) => ['numberedParagraph', 'listItem'].includes(type))) {
      const beside = allNodes(row).map(({ attrs }) => String(attrs?.quote ?? ''))
      if (beside.every(quote => quote === '')) continue
      for (const [number] of plainText(row).matchAll(/\d+,\d{3}|\d+%|£\d+ million|\b\d{3}\b/g))
        expect(
          beside.some(quote => quote.includes(number)),
          `${number} in: ${plainText(row)}`,
        ).toBe(true)
    }
  })

  it('points to its own paragraphs rightly', () => {
    const paragraphs = new Map<string, string>()
    walkBriefing(pack.content, (node, { paragraph }) => {
      if (paragraph) paragraphs.set(paragraph, `${paragraphs.get(paragraph) ?? ''} ${plainText(node)}`)
    })
    const words = referenceWords(pack.content)
    const pointed = (about: string) => {
      const pointer = nodes.find(node => node.type === 'recommendation' && plainText(node).includes(about))
      const reference = allNodes(pointer!).find(({ type }) => type === 'crossReference')
      return paragraphs.get(words.get(referenceTarget(reference!))?.replace('paragraph ', '') ?? '')
    }
    expect(pointed('option 2')).toContain('We considered 3 options')
    expect(pointed('strands of work')).toContain('would work in 4 strands')
    expect(pointed('sources disagree')).toContain('On removals, sources disagree')
  })

  it('says in words that two sources disagree', () => {
    const [high, low] = ['13,500', '12,900'].map(number =>
      passages.filter(({ quote }) => quote.includes(number)).map(({ source }) => source),
    )
    expect(high!.length).toBeGreaterThan(0)
    expect(low!.length).toBeGreaterThan(0)
    expect(high!.filter(source => low!.includes(source))).toEqual([])
    expect(plainText(pack.content)).toContain('sources disagree')
  })
})

describe('the sample articles', () => {
  it('are at least eight, three of them web pages', () => {
    expect(articleNames.length).toBeGreaterThanOrEqual(8)
    expect(articleNames.filter(name => name.endsWith('.html')).length).toBeGreaterThanOrEqual(3)
  })

  it.each(articleNames)('%s says what it is', name => {
    expect(articles.get(name)!.text).toContain('Written for the Despatch sample.')
  })

  it('hold two near-copies of one agency report', () => {
    const [courier, chronicle] = [
      'returns-at-five-year-high-courier.txt',
      'removals-rise-severn-chronicle.html',
    ].map(name =>
      articles
        .get(name)!
        .text.split('\n')
        .filter(line => line.length > 60),
    )
    const shared = courier!.filter(line => chronicle!.includes(line))
    expect(shared.length).toBeGreaterThanOrEqual(8)
    expect(courier!.length).toBeGreaterThan(shared.length)
    expect(chronicle!.some(line => line.includes('Bristol') && !courier!.includes(line))).toBe(true)
  })

  it('share no twelve words in a row with the articles they take their facts from', ({ skip }) => {
    skip(!existsSync(seedsFolder), 'the seed articles are not beside the project: nothing to compare with')
    const known = new Set(
      readdirSync(seedsFolder).flatMap(name => runsOfTwelve(readFileSync(join(seedsFolder, name), 'utf8'))),
    )
    expect(known.size).toBeGreaterThan(1000)
    const written = [...articles.values()].map(({ text }) => text)
    for (const text of [...written, plainText(pack.content)])
      expect(runsOfTwelve(text).filter(run => known.has(run))).toEqual([])
  })
})

describe('the templates', () => {
  it.each(['submission', 'meeting-brief', 'lines-to-take'])('%s opens for editing', template => {
    const stored = readBriefing(`templates/${template}.json`)
    expect(Template.parse(stored).template).toBe(template)
    expect(openBriefing(stored).readOnly).toBeNull()
    expect(stored.head.marking).toBe('OFFICIAL')
  })
})

function readBriefing(path: string): Briefing {
  return Briefing.parse(JSON.parse(readFileSync(join(root, 'assets', path), 'utf8')))
}

function allNodes(node: DocumentNode): DocumentNode[] {
  return [node, ...(node.content ?? []).flatMap(allNodes)]
}

function withIds(node: DocumentNode): DocumentNode {
  const target = { articleId: 'a', version: 1, highlightId: 'h', locator: null }
  const quotation = { ...target, exact: node.attrs?.quote, declared: 'verbatim' }
  const attrs = node.type === 'citation' ? target : node.type === 'quotation' ? quotation : node.attrs
  return {
    ...node,
    ...(attrs ? { attrs } : {}),
    ...(node.content ? { content: node.content.map(withIds) } : {}),
  }
}

function runsOfTwelve(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}£%]+/gu) ?? []
  return words.slice(11).map((_, i) => words.slice(i, i + 12).join(' '))
}
