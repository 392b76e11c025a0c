import { describe, expect, test } from 'vitest'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { asIssued } from '../../../../shared/document/issuing.ts'
import type { PrintJob } from '../printJob.ts'
import { samplePrintJob } from '../samplePrintJob.ts'
import type { Block, Run } from './block.ts'
import { typesetPack } from './typesetPack.ts'

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const block = (type: string, attrs: Record<string, unknown>, ...content: DocumentNode[]): DocumentNode => ({
  type,
  attrs,
  content,
})
const numbered = (level: number, ...content: DocumentNode[]) =>
  block('numberedParagraph', { level }, ...content)
const cite = (highlightId: string, attrs = {}): DocumentNode => ({
  type: 'citation',
  attrs: { ...targetOf(highlightId), ...attrs },
})
const targetOf = (highlightId: string) => {
  const source = samplePrintJob().sources.find(({ passages }) =>
    passages.some(passage => passage.highlightId === highlightId),
  )!
  return { articleId: source.articleId, version: source.version, highlightId, locator: null }
}
const [first, second] = samplePrintJob().sources.flatMap(({ passages }) =>
  passages.map(({ highlightId }) => highlightId),
) as [string, string]

function job(
  content: DocumentNode[],
  layout: Record<string, unknown> | null = null,
  more: Partial<PrintJob> = {},
) {
  const sample = samplePrintJob()
  const briefing = { ...sample.briefing, content: { type: 'doc', attrs: { layout }, content } }
  return { ...sample, briefing, ...more }
}
const blocksOf = (...args: Parameters<typeof job>): Block[] => typesetPack(job(...args)).blocks
const words = (runs: Run[]): string => runs.map(run => run.text).join('')
const ofKind = <K extends Block['kind']>(blocks: Block[], kind: K) =>
  blocks.filter((one): one is Extract<Block, { kind: K }> => one.kind === kind)
const headings = (blocks: Block[]) => ofKind(blocks, 'heading').map(({ runs }) => words(runs))
const links = (runs: Run[]) =>
  runs.flatMap(({ link }) => (link && 'anchor' in link.to ? [link.to.anchor] : []))

describe('the nodes of a finished paper', () => {
  test('numbered paragraphs hang by their level', () => {
    const paragraphs = ofKind(blocksOf([1, 2, 3].map(level => numbered(level, text('Words.')))), 'paragraph')
    expect(paragraphs.map(({ label, depth }) => [label, depth])).toEqual([
      ['1.', undefined],
      ['1.1', 2],
      ['(a)', 3],
    ])
  })

  test('a run of recommendations is a lettered list, each with its verb and its line to answer on', () => {
    const [list] = ofKind(
      blocksOf([
        numbered(1, text('That you:')),
        block('recommendation', { verb: 'agree' }, text('to announce it')),
        block('recommendation', { verb: 'note', response: false }, text('the risks')),
      ]),
      'list',
    )
    expect(list!.items.map(({ label }) => words(label))).toEqual(['(a)', '(b)'])
    const said = list!.items.map(({ blocks }) => blocks.map(one => ('runs' in one ? words(one.runs) : '')))
    expect(said[0]![0]).toBe('agree to announce it')
    expect(said[0]![1]).toMatch(/☐.Agree.*☐.Do.not.agree.*☐.Discuss/)
    expect(said[1]).toEqual(['note the risks'])
  })

  test('a caption goes into the table below it; alone it is a paragraph', () => {
    const table = block(
      'table',
      {},
      block('tableRow', {}, block('tableHeader', {}, block('paragraph', {}, text('Fare')))),
    )
    const blocks = blocksOf([
      block('tableCaption', {}, text('Fares')),
      table,
      block('tableCaption', {}, text('Alone')),
    ])
    expect(words(ofKind(blocks, 'table')[0]!.caption!)).toBe('Table 1: Fares')
    expect(ofKind(blocks, 'paragraph').map(({ runs }) => words(runs))).toEqual(['Table 2: Alone'])
  })

  test('a footnote carries its words to the foot of the page', () => {
    const [paragraph] = ofKind(
      blocksOf([numbered(1, text('Rises'), { type: 'footnote', attrs: { text: 'Provisional.' } })]),
      'paragraph',
    )
    const { text: label, note } = paragraph!.runs.at(-1)!
    expect([label, words(note!.runs)]).toEqual(['1', 'Provisional.'])
  })

  test('a cross-reference says where its block is now, and leads there', () => {
    const [one, two] = ofKind(
      blocksOf([
        numbered(1, text('See '), { type: 'crossReference', attrs: { target: 'x' } }),
        block('numberedParagraph', { level: 1, anchor: 'x' }, text('Here.')),
      ]),
      'paragraph',
    )
    expect(words(one!.runs)).toBe('See paragraph\u00a02')
    expect(links(one!.runs)).toEqual([two!.runs[0]!.anchor])
  })

  test('to a recommendation in the middle of its run, and to a table', () => {
    const refers = ['r', 't'].map(target => ({ type: 'crossReference', attrs: { target } }))
    const blocks = blocksOf([
      numbered(1, ...refers),
      block('recommendation', {}, text('one')),
      block('recommendation', { anchor: 'r' }, text('two')),
      block('tableCaption', { anchor: 't' }, text('Fares')),
      block(
        'table',
        {},
        block('tableRow', {}, block('tableHeader', {}, block('paragraph', {}, text('Fare')))),
      ),
    ])
    const [paragraph] = ofKind(blocks, 'paragraph')
    expect(words(paragraph!.runs)).toBe('recommendation\u00a01(b)Table\u00a01')
    const anchors = [
      ofKind(blocks, 'list')[0]!.items[1]!.label[0]!.anchor,
      ofKind(blocks, 'table')[0]!.caption![0]!.anchor,
    ]
    expect(links(paragraph!.runs)).toEqual(anchors)
  })

  test('one that leads to nothing stops the export and is named', () => {
    const broken = () => blocksOf([numbered(1, { type: 'crossReference', attrs: { target: 'gone' } })])
    expect(broken).toThrow(expect.objectContaining({ code: 'broken-reference' }))
    expect(broken).toThrow(/paragraph 1/)
  })

  test('one citation may have several sources and a locator, each number a link of its own', () => {
    const citation = cite(first, { locator: 'page 4', alsoCites: [targetOf(second)] })
    const [paragraph] = ofKind(blocksOf([numbered(1, text('Both say so'), citation)]), 'paragraph')
    expect(words(paragraph!.runs.slice(1))).toBe('[1, page 4; 2]')
    expect(links(paragraph!.runs)).toEqual(['passage-00001', 'passage-00002'])
  })
})

const written = (edition: string, title: string, ...content: DocumentNode[]) => [
  block('annexTitle', { edition }, text(title)),
  numbered(1, ...content),
]

describe('the pack', () => {
  const draft = [
    numbered(1, text('Stated.'), cite(first)),
    ...written('core', 'Wide', text('For all.')),
    ...written('full', 'Narrow', text('For few.'), cite(second)),
    ...written('none', 'Notes', text('For nobody.')),
  ]

  test('has its annexes in order, those left out not counted', () => {
    expect(headings(blocksOf(draft)).filter(title => title.startsWith('Annex'))).toEqual([
      'Annex A: Wide',
      'Annex B: Narrow',
      'Annex C: Sources',
      'Annex D: Evidence',
      'Annex E: Source extracts',
    ])
  })

  test('has a core that keeps the letters and numbers, and leads to the list of sources', () => {
    const core = blocksOf(draft, null, { edition: 'core' })
    expect(headings(core).filter(title => title.startsWith('Annex'))).toEqual([
      'Annex A: Wide',
      'Annex C: Sources',
    ])
    const [paragraph] = ofKind(core, 'paragraph')
    expect(links(paragraph!.runs)).toEqual(['source-00001'])
    expect(ofKind(core, 'list').at(-1)!.items).toHaveLength(1)
    expect(JSON.stringify(core)).not.toContain('For few')
  })

  test('takes the order of the layout', () => {
    const annexes = ['evidence', 'extracts', 'sources'].map(kind => ({ kind, edition: 'core', issued: null }))
    const titles = headings(
      blocksOf(draft, { annexes: [annexes[0], { kind: 'written' }, ...annexes.slice(1)] }),
    )
    expect(titles.filter(title => title.startsWith('Annex'))).toEqual([
      'Annex A: Evidence',
      'Annex B: Wide',
      'Annex C: Narrow',
      'Annex D: Source extracts',
      'Annex E: Sources',
    ])
  })

  test('with a cover or contents, the title is a heading once and printed again above the paper', () => {
    for (const layout of [{ cover: true }, { contents: true }, { cover: true, contents: true }]) {
      const blocks = blocksOf(draft, layout)
      const titles = ofKind(blocks, 'title').map(({ again }) => again === true)
      expect(titles).toEqual(layout.cover ? [true] : [false, true])
      expect(ofKind(blocks, 'contents')).toHaveLength(layout.contents ? 1 : 0)
    }
    expect(ofKind(blocksOf(draft), 'title').map(({ again }) => again)).toEqual([undefined])
  })

  test('prints an article whole only under a licence note, which then stands on its pages', () => {
    const { articleId } = targetOf(first)
    const layout = { wholeArticles: [articleId] }
    const licensed = (licence: string | null): Partial<PrintJob> => ({
      sources: samplePrintJob().sources.map(source =>
        source.articleId === articleId ? { ...source, licence } : source,
      ),
    })
    const extract = blocksOf(draft, layout, licensed(null))
    expect(JSON.stringify(extract)).toContain('omitted]')
    expect(extract.some(({ notice }) => notice !== undefined)).toBe(false)
    const whole = blocksOf(draft, layout, licensed('Licensed copy 7'))
    const reproduced = whole.filter(({ notice }) => notice === 'Licensed copy 7')
    expect(reproduced.length).toBeGreaterThan(3)
    expect(JSON.stringify(reproduced)).not.toContain('omitted]')
  })

  test('has a row of evidence for each citation: where, what, from whom, and the words', () => {
    const table = ofKind(blocksOf(draft), 'table').at(-1)!
    const cells = table.rows.map(row =>
      row.map(({ blocks }) => blocks.map(one => ('runs' in one ? words(one.runs) : '')).join()),
    )
    expect(cells[0]).toEqual(['Paragraph', 'Statement', 'Source', 'Passage'])
    expect(cells.slice(1).map(row => row.slice(0, 2))).toEqual([
      ['1', 'Stated.'],
      ['B1', 'For few.'],
    ])
    expect(cells[1]![3]).toMatch(/^\[1\] “/)
  })

  test('lists what changed since it was issued, each a way there, before anything else', () => {
    const issued = asIssued({ type: 'doc', content: draft }, '1.0', '2026-12-16', 4)
    const now = issued.content!.toSpliced(1, 0, numbered(1, text('A late point.')))
    const layout = issued.attrs!.layout as Record<string, unknown>
    const since = { version: '1.0', on: '2026-12-16', content: issued }
    expect(headings(blocksOf(issued.content!, layout, { since }))[0]).not.toContain('Changes')
    const blocks = blocksOf(now, layout, { since })
    expect(headings(blocks)[0]).toBe('Changes since version 1.0, issued on 16\u00a0December 2026')
    const [sheet] = ofKind(blocks, 'table')
    const cells = sheet!.rows[1]!.flatMap(({ blocks }) =>
      blocks.flatMap(one => ('runs' in one ? one.runs : [])),
    )
    expect(cells.map(run => run.text)).toEqual(['Paragraph 2', 'New', 'A late point.'])
    const late = ofKind(blocks, 'paragraph').find(({ label }) => label === '2.')
    expect(links(cells)).toEqual([late!.runs[0]!.anchor])
  })
})
