import { expect, test } from 'vitest'
import type { Block as SourceBlock } from '../../../../shared/contract/article.ts'
import { cite, numbered, samplePrintJob, source } from '../samplePrintJob.ts'
import type { Block, Run } from './block.ts'
import { extractParts } from './extractParts.ts'
import { typesetPack } from './typesetPack.ts'

const wordsOf = (runs: Run[]) => runs.map(({ text }) => text).join('')
const details = { title: 'Title', byline: null, publisher: null, publishedOn: null, url: null }

/** The runs of the extract of one article with these paragraphs, of which these words are cited. */
function extract(
  paragraphs: string[],
  passages: Record<string, string>,
  firstKind: SourceBlock['kind'] = 'paragraph',
): Run[][] {
  const article = source(
    'a',
    details,
    paragraphs.map((words, i) => [i === 0 ? firstKind : 'paragraph', words]),
    passages,
  )
  const content = [numbered('Words', ...Object.keys(passages).map(id => cite('a', id)))]
  const { blocks } = typesetPack({ ...samplePrintJob(content), sources: [article] })
  const start = blocks.findIndex(block => block.kind === 'heading' && block.role === 'source')
  return blocks.slice(start + 2).flatMap((block: Block) => ('runs' in block ? [block.runs] : []))
}

test('an extract keeps one paragraph before and after, and says how many it leaves out', () => {
  const words = extract(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'], { x: 'Three' }).map(wordsOf)
  expect(words).toEqual([
    '[1 paragraph omitted]',
    'Two.',
    '[1]Three.',
    '[1] Cited in paragraph\u00a01',
    'Four.',
    '[2 paragraphs omitted]',
  ])
})

test('a headline that only repeats the section’s name is left out, unless it is cited', () => {
  expect(extract(['Title', 'One.'], { x: 'One' }, 'heading').map(wordsOf)).toEqual([
    '[1]One.',
    '[1] Cited in paragraph\u00a01',
  ])
  expect(extract(['Title', 'One.'], { x: 'Title' }, 'heading').map(wordsOf)[0]).toContain('Title')
  expect(extract(['Other', 'One.'], { x: 'One' }, 'heading').map(wordsOf)[0]).toBe('Other')
})

test('no heading stands in an extract with nothing under it, and no caption without its picture', () => {
  const kinds = ['paragraph', 'caption', 'heading', 'paragraph', 'heading', 'paragraph'] as const
  const blocks: SourceBlock[] = kinds.map((kind, i) => ({ kind, start: i * 10, end: i * 10 + 5 }))
  const kept = (start: number) =>
    extractParts(blocks, [{ start, end: start + 2 }]).map(part =>
      'block' in part ? part.block.start : `${part.omitted} omitted`,
    )
  expect(kept(0)).toEqual([0, '4 omitted'])
  expect(kept(30)).toEqual(['1 omitted', 20, 30, '2 omitted'])
  expect(kept(10)).toEqual([0, 10, '4 omitted'])
})

test('furniture is left out without a word, unless it is cited', () => {
  const blocks: SourceBlock[] = [0, 1, 2, 3].map(i => ({
    kind: 'paragraph',
    start: i * 10,
    end: i * 10 + 9,
    ...(i === 1 || i === 2 ? { furniture: 'an advertisement' } : {}),
  }))
  expect(extractParts(blocks, [{ start: 0, end: 4 }])).toEqual([{ block: blocks[0] }, { block: blocks[3] }])
  expect(extractParts(blocks, [{ start: 12, end: 14 }])).toEqual([
    { block: blocks[0] },
    { block: blocks[1] },
    { block: blocks[3] },
  ])
})

test('overlapping passages each say where they begin and end', () => {
  const [runs] = extract(['The boat left at dawn.'], { x: 'The boat left', y: 'left at dawn' })
  expect(wordsOf(runs!)).toBe('[1]The boat [2]left[1 ends] at dawn[2 ends].')
  expect(runs!.map(({ cited }) => cited ?? 0)).toEqual([1, 1, 1, 2, 1, 1, 1, 0])
})

test('adjacent passages need no ends', () => {
  const [runs] = extract(['The boat left at dawn.'], { x: 'The boat ', y: 'left at dawn' })
  expect(wordsOf(runs!)).toBe('[1]The boat [2]left at dawn.')
})

test('a passage over two paragraphs is marked in both and answered after the second', () => {
  const blocks = extract(['The boat left.', 'It was dawn.'], { x: 'left.\nIt was' })
  expect(blocks.map(wordsOf)).toEqual(['The boat [1]left.', 'It was dawn.', '[1] Cited in paragraph\u00a01'])
  expect(blocks[1]![0]).toMatchObject({ text: 'It was', cited: 1 })
})

test('every link leads to an anchor, and each anchor stands once', () => {
  const { blocks } = typesetPack(samplePrintJob())
  const all = collectRuns(blocks)
  const defined = all.flatMap(({ anchor }) => anchor ?? [])
  expect(new Set(defined).size).toBe(defined.length)
  for (const { link } of all) if (link && 'anchor' in link.to) expect(defined).toContain(link.to.anchor)
})

function collectRuns(value: unknown): Run[] {
  if (Array.isArray(value)) return value.flatMap(collectRuns)
  if (typeof value !== 'object' || value === null) return []
  if ('text' in value) return [value as Run]
  return Object.values(value).flatMap(collectRuns)
}

test.each(['paragraph', 'quotation'] as const)('the ways back from one %s are never parted from it', kind => {
  const article = source('a', details, [[kind, 'The boat left at dawn.']], {
    x: 'boat',
    y: 'left',
    z: 'dawn',
  })
  const content = [numbered('Words', cite('a', 'x'), cite('a', 'y'), cite('a', 'z'))]
  const { blocks } = typesetPack({ ...samplePrintJob(content), sources: [article] })
  const printed = blocks.slice(
    blocks.findIndex(block => block.kind === 'heading' && block.role === 'source') + 2,
  )
  expect(printed.map(block => ('keepWithNext' in block ? Boolean(block.keepWithNext) : false))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
