import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/contract/fault.ts'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { printPack } from './index.ts'
import { readPdf } from './proof/pdfFile.testkit.ts'
import { isDict } from './proof/pdfSyntax.testkit.ts'
import { readPrinted } from './readPrinted.testkit.ts'
import {
  annexTitle,
  bullets,
  cite,
  heading,
  numbered,
  paragraph,
  quotation,
  samplePrintJob,
  table,
  text,
} from './samplePrintJob.ts'

const printed = async (content?: DocumentNode[]) =>
  readPrinted((await printPack(samplePrintJob(content))).bytes)
const wordsOf = (role: string, elements: { role: string; text: string }[]) =>
  elements.flatMap(element => (element.role === role ? element.text : [])).join(' ')
const dictionariesOf = (bytes: Uint8Array) => [...readPdf(bytes).objects.values()].filter(isDict)
const long = (words: number) => Array.from({ length: words }, (_, i) => `word${i % 97}`).join(' ')

describe('the structure', () => {
  test('holds the title, the head, headings, paragraphs, lists, tables, quotations and links', async () => {
    const { elements } = await printed()
    const roles = new Set(elements.map(({ role }) => role))
    for (const role of 'H1 H2 H3 P Lbl L LI LBody Table THead TBody TR TH TD BlockQuote Link'.split(' ')) {
      expect(roles, role).toContain(role)
    }
    expect(elements.find(({ role }) => role === 'H1')?.text).toBe(samplePrintJob().title)
    const [first] = elements.filter(({ role }) => role === 'P')
    expect(first?.text).toBe('OFFICIAL-SENSITIVE - RECIPIENTS ONLY')
  })

  test('skips no heading level, whatever the author did', async () => {
    const { elements } = await printed([
      heading(3, 'Deep at once'),
      heading(1, 'High'),
      heading(3, 'Deep again'),
      annexTitle('Annex'),
      heading(2, 'Inside'),
    ])
    const levels = elements.flatMap(({ role }) => (/^H\d$/.test(role) ? Number(role[1]) : []))
    expect(levels).toEqual([1, 2, 2, 3, 2, 3])
  })

  test('a paragraph that runs over the page is one element with content on both pages', async () => {
    const { bytes, pages } = await printPack(samplePrintJob([numbered(long(1400))]))
    expect(pages).toBeGreaterThan(1)
    const paragraphs = dictionariesOf(bytes).filter(object => object.get('S') === '/P')
    const elsewhere = (kid: unknown) => isDict(kid) && kid.get('Type') === '/MCR'
    expect(paragraphs.filter(object => [object.get('K')].flat().some(elsewhere))).toHaveLength(1)
  })

  test('says the words of the document and no others', async () => {
    const { elements } = await printed([
      heading(1, 'Naïve façade — “quoted”'),
      numbered('Tŷ Ŵen costs £5, less 5% · ☐ yes ✓ no → 1\u202f000\u00a0km; non\u2011breaking, so\u00adft.'),
      bullets(['one ', text('two', 'bold'), ' three']),
    ])
    const words = elements.map(({ text }) => text)
    expect(words).toContain('Naïve façade — “quoted”')
    expect(words).toContain('Tŷ Ŵen costs £5, less 5% · ☐ yes ✓ no → 1 000 km; non-breaking, soft.')
    expect(words).toContain('one two three')
  })
})

describe('links', () => {
  test('the outline leads to headings and annexes', async () => {
    const { outline } = await printed()
    expect(outline.map(({ title }) => title)).toEqual([
      'Issue',
      'Recommendation',
      'Background',
      'Annex A: Chronology',
      'Annex B: Sources',
      'Annex C: Evidence',
      'Annex D: Source extracts',
    ])
    expect(outline.find(({ title }) => title === 'Annex D: Source extracts')?.items).toHaveLength(2)
  })
})

describe('quotations', () => {
  const exact = 'no island household will wait more than nine hours for a boat'
  test.each([
    ['verbatim', quotation(exact, exact, 'promise'), `“${exact}”[1]`],
    [
      'altered',
      quotation('no household will wait', exact, 'promise'),
      'no household will wait[1] (altered from the source)',
    ],
    ['paraphrase', quotation('nine hours at most', exact, 'promise', 'paraphrase'), 'nine hours at most[1]'],
  ])('a %s one says what it is', async (_, node, words) => {
    const { elements } = await printed([node])
    expect(elements.map(({ text }) => text)).toContain(words)
  })
})

describe('pages', () => {
  test('carry the marking at head and foot, the title and their number', async () => {
    const { pages } = await printed([numbered(long(2000))])
    pages.forEach((items, i) => {
      expect(items.filter(({ text }) => text === 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY')).toHaveLength(2)
      expect(items.map(({ text }) => text)).toContain(`Page ${i + 1} of ${pages.length}`)
    })
  })

  test('a long table repeats its header and cuts no row', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => [`Start ${i}`, `${long(20)} end${i}.`])
    const { pages, elements } = await printed([table(['Name', 'Remarks'], rows)])
    expect(pages.length).toBeGreaterThan(4)
    for (const items of pages) {
      const words = items.map(({ text }) => text).join(' ')
      expect(words).toContain('Remarks')
      for (const [, row] of words.matchAll(/Start (\d+) /g)) expect(words).toContain(`end${row}.`)
    }
    expect(elements.filter(({ role }) => role === 'THead')).toHaveLength(1)
    expect(elements.filter(({ text }) => /^Start \d+$/.test(text)).length).toBe(240)
  })

  test('a row taller than a page is cut between lines', async () => {
    const { pages, elements } = await printed([table(['A', 'B'], [[long(3000), '']])])
    expect(pages.length).toBeGreaterThan(2)
    expect(wordsOf('P', elements).includes(long(3000))).toBe(true)
  })

  test('a heading never ends a page', async () => {
    for (let lead = 20; lead < 44; lead++) {
      const lines = Array.from({ length: lead }, () => paragraph('A line.'))
      const { pages } = await printed([
        ...lines,
        heading(1, 'Heading'),
        paragraph(long(60)),
        paragraph(long(30)),
      ])
      for (const items of pages) {
        const body = items.filter(({ y }) => y > 90 && y < 780).map(({ text }) => text)
        expect(body.at(-1)).not.toBe('Heading')
      }
    }
  })

  test.each([
    ['an empty briefing', [], ''],
    ['a title of 2,000 characters', [paragraph('Words.')], long(330).slice(0, 2000)],
    ['one word wider than the page', [numbered('x'.repeat(500))], 'Title'],
  ])('%s prints', async (_, content, title) => {
    const job = { ...samplePrintJob(content), title, sources: [] }
    for (const key of Object.keys(job.briefing.head))
      if (content.length === 0) Object.assign(job.briefing.head, { [key]: '' })
    const { pages, elements } = await readPrinted((await printPack(job)).bytes)
    expect(pages.length).toBeGreaterThan(0)
    expect(wordsOf('H1', elements) === (title.trim() || 'Untitled pack')).toBe(true)
  })
})

describe('faults', () => {
  const fault = async (content: DocumentNode[]) =>
    printPack(samplePrintJob(content)).catch(error => error as Failure)

  test('a missing source is named with its paragraph', async () => {
    const failure = await fault([numbered('One.'), numbered('Two', cite('nowhere', 'nothing'))])
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code: 'missing-source', message: expect.stringContaining('paragraph 2') })
  })

  test('a highlight that is gone is named with its source', async () => {
    const failure = await fault([numbered('One', cite('gazette', 'gone'))])
    expect(failure).toMatchObject({ code: 'missing-source', message: expect.stringContaining('Fewer take') })
  })

  test('a glyph that no font has is named with its code point and place', async () => {
    const failure = await fault([numbered('One.'), numbered('A 🚢 sails.')])
    expect(failure).toMatchObject({ code: 'missing-glyph' })
    expect((failure as Failure).message).toMatch(/🚢.*U\+1F6A2.*paragraph 2/)
  })
})

describe('progress', () => {
  test('ends with all pages done', async () => {
    const heard: [number, number][] = []
    const { pages } = await printPack(samplePrintJob([numbered(long(12_000))]), (done, total) =>
      heard.push([done, total]),
    )
    expect(heard.length).toBeGreaterThan(1)
    expect(heard.at(-1)).toEqual([pages, pages])
  })
})

describe('the bytes', () => {
  test('hold these properties and no others, escaped where they are XML', async () => {
    const job = { ...samplePrintJob(), title: 'Boats & <bridges>' }
    const { info, metadata } = await readPrinted((await printPack(job)).bytes)
    expect(info).toMatchObject({
      Title: 'Boats & <bridges>',
      Author: 'Morag Pell, Ferries Policy',
      Subject: 'OFFICIAL-SENSITIVE - RECIPIENTS ONLY',
      Creator: 'Despatch',
      Producer: 'Despatch',
      CreationDate: 'D:20270109103000Z',
    })
    expect(metadata).toBe('Boats & <bridges>')
  })

  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
  test.skipIf(!hasQpdf)('satisfy qpdf', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'despatch-print-'))
    try {
      const file = join(folder, 'pack.pdf')
      writeFileSync(file, (await printPack(samplePrintJob())).bytes)
      expect(spawnSync('qpdf', ['--check', file]).status).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
