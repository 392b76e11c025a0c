import { expect, test } from 'vitest'
import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { cite, numbered, paragraph, samplePrintJob } from '../samplePrintJob.ts'
import { typesetPack } from './typesetPack.ts'

const first = cite('gazette', 'fall')
const second = cite('gazette', 'promise')

test.each<[what: string, content: DocumentNode[], stated: string[]]>([
  ['the sentence before it', [numbered('All is well. Fares rise in May.', first)], ['Fares rise in May.']],
  [
    'its part of a sentence that cites twice',
    [numbered('One paper counts 13,500,', first, ' and another 12,900,', second, ' so we wait.')],
    ['One paper counts 13,500', 'and another 12,900'],
  ],
  [
    'the same for two side by side',
    [numbered('Both say so', first, ', ', second, '.')],
    ['Both say so', 'Both say so'],
  ],
  [
    'the next sentence after one',
    [numbered('It fell.', first, ' It rose.', second)],
    ['It fell.', 'It rose.'],
  ],
  ['the whole block where nothing stands before it', [paragraph(first, 'Fares rise.')], ['Fares rise.']],
])('a citation bears out %s', (_, content, stated) => {
  expect(statementsOf(content)).toEqual(stated)
})

test('in a table, what a cell states is named by its row', () => {
  const cell = (...content: (DocumentNode | string)[]): DocumentNode => ({
    type: 'tableCell',
    content: [paragraph(...content)],
  })
  const rows: DocumentNode[] = [
    { type: 'tableRow', content: [cell('Arrivals in May', first), cell('609', second), cell(first)] },
  ]
  expect(statementsOf([{ type: 'table', content: rows }])).toEqual([
    'Arrivals in May',
    'Arrivals in May: 609',
    'Arrivals in May',
  ])
})

test('a long statement is cut at its beginning: what is borne out stands before the citation', () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  const [stated] = statementsOf([numbered(`${words} and 12,900 boats`, first)])
  expect(stated).toMatch(/^… word.* and 12,900 boats$/)
})

/** The second column of the evidence table. */
function statementsOf(content: DocumentNode[]): string[] {
  const tables = typesetPack(samplePrintJob(content)).blocks.filter(block => block.kind === 'table')
  const evidence = tables.find(({ where }) => where === 'the evidence table')
  return (evidence?.rows.slice(1) ?? []).map(row =>
    row[1]!.blocks.flatMap(block => ('runs' in block ? block.runs.map(({ text }) => text) : [])).join(''),
  )
}
