import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftBlock } from '../../draftBlock.ts'
import { splitPressExport } from './splitPressExport.ts'

const lines = (...texts: string[]): DraftBlock[] => texts.map(text => ({ kind: 'paragraph', text }))

const nexisArticle = (headline: string, ...body: string[]) => [
  headline,
  'Lorn Courier',
  'December 9, 2024 Monday',
  'Copyright 2024 Lorn Courier All Rights Reserved',
  'Section: LOCAL; Pg. 2',
  'Length: 1,204 words',
  'Byline: By Iona Grant',
  'Body',
  ...body,
  'Language: ENGLISH',
  'Load-Date: December 10, 2024',
  'End of Document',
]
const factivaArticle = (headline: string, ...body: string[]) => [
  headline,
  'By Iona Grant',
  '512 words',
  '9 December 2024',
  '05:12 GMT',
  'Lorn Courier',
  'LORNC',
  'English',
  '(c) 2024, Lorn Courier',
  ...body,
  'Document LORNC00020241209ekc90001m',
]

describe.each([
  ['Nexis', nexisArticle],
  ['Factiva', factivaArticle],
])('%s', (database, article) => {
  it('reads one article and its details', () => {
    const [only, ...others] = splitPressExport(
      lines(...article('Slip closed', 'It is shut.', 'It opens soon.')),
    )!
    expect(others).toEqual([])
    const from = `press database: ${database}`
    expect(only!.findings).toMatchObject({
      title: { value: 'Slip closed', from },
      byline: { value: 'Iona Grant', from },
      publisher: { value: 'Lorn Courier', from },
      publishedOn: { value: '2024-12-09', from },
      language: { value: 'en', from },
    })
    const own = only!.blocks.filter(({ furniture }) => !furniture)
    expect(own.map(({ text }) => text)).toEqual(['Slip closed', 'It is shut.', 'It opens soon.'])
  })

  const words = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{1,8}){1,12}[.?]$/)
  it('gives every article, and every block in its order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.array(words, { minLength: 1, maxLength: 6 })), {
          minLength: 1,
          maxLength: 8,
        }),
        written => {
          const blocks = lines(...written.flatMap(([headline, body]) => article(headline, ...body)))
          const articles = splitPressExport(blocks)!
          expect(articles.map(({ findings }) => findings.title.value)).toEqual(
            written.map(([headline]) => headline),
          )
          expect(articles.flatMap(one => one.blocks.map(({ text }) => text))).toEqual(
            blocks.map(({ text }) => text),
          )
        },
      ),
    )
  })

  it('leaves a paper whole that quotes an article among words of its own', () => {
    const quoted = article('Slip closed', 'It is shut.')
    expect(
      splitPressExport(lines('Minister,', 'you asked what the papers said of the slip.', ...quoted)),
    ).toBeNull()
    expect(splitPressExport(lines(...quoted, 'We advise that no answer be given.'))).toBeNull()
  })

  it('keeps an article whose head is torn, under its first words', () => {
    const torn = article('Torn head', 'Half is missing.').filter(line => !/\bwords$/.test(line))
    const articles = splitPressExport(lines(...article('One', 'A.'), ...torn, ...article('Two', 'B.')))!
    expect(articles.map(({ findings }) => findings.title.value)).toEqual(['One', 'Torn head', 'Two'])
    expect(articles[1]!.blocks.every(({ furniture }) => !furniture)).toBe(true)
  })

  it('never cuts an ordinary document, even one that has some of the lines', () => {
    const decoys = article('Slip closed', 'It is shut.')
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom(...decoys), fc.string({ maxLength: 60 })), {
          maxLength: 40,
        }),
        fc.constantFrom(/words$/, /^\d.*2024$|^December/, /^Document LORN|^End of/),
        (texts, missing) => {
          expect(splitPressExport(lines(...texts.filter(text => !missing.test(text))))).toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })
})

it('reads an older Nexis export, with its headline below the date', () => {
  const articles = splitPressExport(
    lines(
      '1 of 2 DOCUMENTS',
      'Lorn Courier',
      'December 9, 2024 Monday',
      'Slip closed',
      'BYLINE: Iona Grant',
      'SECTION: LOCAL; Pg. 2',
      'LENGTH: 40 words',
      'It is shut.',
      'LOAD-DATE: December 10, 2024',
      '2 of 2 DOCUMENTS',
      'The Western Gazette',
      'December 8, 2024 Sunday',
      'Pier sold',
      'LENGTH: 22 words',
      'A yard bought it.',
      'LOAD-DATE: December 8, 2024',
    ),
  )!
  expect(articles.map(({ findings }) => findings.title.value)).toEqual(['Slip closed', 'Pier sold'])
  expect(articles[1]!.blocks.filter(({ furniture }) => !furniture).map(({ text }) => text)).toEqual([
    'Pier sold',
    'A yard bought it.',
  ])
})

it('reads a Nexis export of ten years ago, with a cover and a labelled headline', () => {
  const articles = splitPressExport(
    lines(
      'Download Request: All Documents: 1-2',
      'Time Of Request: Saturday, December 14, 2024  22:36:07 EST',
      'Terms: slip AND pier',
      '1 of 2 DOCUMENTS',
      'Copyright 2024 Lorn Courier',
      'All Rights Reserved',
      'Lorn Courier',
      'December 9, 2024 Monday',
      'Edition 1;',
      'Argyll',
      'SECTION: LOCAL; Pg. 2',
      'LENGTH: 40 words',
      'HEADLINE: Slip closed',
      'BYLINE: Iona Grant',
      'BODY:',
      'It is shut.',
      'LOAD-DATE: December 10, 2024',
      'LANGUAGE: ENGLISH',
      'JOURNAL-CODE: LC',
      '2 of 2 DOCUMENTS',
      'The Western Gazette',
      'December 8, 2024 Sunday',
      'Edition 1;',
      'Argyll',
      'Pier sold',
      'LENGTH: 22 words',
      'A yard bought it.',
      'LOAD-DATE: December 8, 2024',
      'Copyright 2024 Western Gazette',
      'All Rights Reserved',
    ),
  )!
  expect(articles.map(({ findings: { title, publisher } }) => [title.value, publisher?.value])).toEqual([
    ['Slip closed', 'Lorn Courier'],
    ['Pier sold', 'The Western Gazette'],
  ])
  expect(
    articles.map(({ blocks }) => blocks.filter(({ furniture }) => !furniture).map(({ text }) => text)),
  ).toEqual([
    ['HEADLINE: Slip closed', 'It is shut.'],
    ['Pier sold', 'A yard bought it.'],
  ])
})

it('reads a Factiva export with codes for its fields, in lines or in tables', () => {
  const fields = [
    ['SE', 'News'],
    ['HD', 'Slip closed'],
    ['BY', 'By Iona Grant'],
    ['WC', '12 words'],
    ['PD', '9 December 2024'],
    ['SN', 'Lorn Courier'],
    ['LA', 'English'],
    ['LP', 'It is shut.'],
    ['TD', 'It opens soon.'],
    ['RE', 'scot : Scotland'],
    ['AN', 'Document LORNC00020241209ekc90001m'],
  ]
  const table: DraftBlock = { kind: 'table', text: fields.map(row => row.join('\t')).join('\n') }
  for (const blocks of [lines(...fields.flat()), [table]]) {
    const [only, ...others] = splitPressExport(blocks)!
    expect(others).toEqual([])
    expect(only!.findings).toMatchObject({
      title: { value: 'Slip closed' },
      byline: { value: 'Iona Grant' },
      publisher: { value: 'Lorn Courier' },
      publishedOn: { value: '2024-12-09' },
      section: { value: 'News' },
      language: { value: 'en' },
    })
    const own = only!.blocks.filter(({ furniture }) => !furniture)
    expect(own.map(({ text }) => text)).toEqual(['Slip closed', 'It is shut.', 'It opens soon.'])
  }
})

it('takes no longer than it may on a hostile document', () => {
  const long = ['Documents (3)', 'By A'.repeat(25_000), 'Aa Aa, '.repeat(14_000), '1 '.repeat(50_000)]
  const blocks = lines(...nexisArticle('One', ...long), ...factivaArticle('Two', ...long), ...long)
  const start = performance.now()
  splitPressExport(blocks)
  expect(performance.now() - start).toBeLessThan(200)
})
