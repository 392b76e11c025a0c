import { fileURLToPath } from 'node:url'
import type { Block, BlockKind } from '../../../shared/contract/article.ts'
import { DOCUMENT_VERSION, type DocumentNode } from '../../../shared/document/briefing.ts'
import type { PrintJob, PrintSource } from './printJob.ts'

/** A print job with one of everything, for tests. Its people, places and figures are invented. */
export function samplePrintJob(content: DocumentNode[] = sampleContent()): PrintJob {
  return {
    title: 'Night ferries from Port Ellan: options for the winter timetable',
    briefing: {
      documentVersion: DOCUMENT_VERSION,
      head: {
        marking: 'Official-Sensitive - Recipients Only',
        to: 'Minister for Islands and Coasts\nMinister of State for Transport',
        from: 'Morag Pell, Ferries Policy',
        date: '9 January 2027',
        copy: 'Permanent Secretary; Special Advisers; Press Office; Isla Grant (Legal); Tom Okafor (Finance)',
        decisionBy: '16 January 2027, before the operator prints its timetable',
        reference: '',
      },
      content: { type: 'doc', content },
    },
    sources: [ellanGazette(), harbourReport()],
    date: '2027-01-09T10:30:00Z',
    assetsFolder: fileURLToPath(new URL('../../../assets', import.meta.url)),
  }
}

export const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map(type => ({ type })) } : {}),
})
const node = (type: string, ...content: (DocumentNode | string)[]): DocumentNode => ({
  type,
  content: content.map(child => (typeof child === 'string' ? text(child) : child)),
})
export const paragraph = (...content: (DocumentNode | string)[]): DocumentNode =>
  node('paragraph', ...content)
export const numbered = (...content: (DocumentNode | string)[]): DocumentNode =>
  node('numberedParagraph', ...content)
export const annexTitle = (words: string): DocumentNode => node('annexTitle', words)
export const heading = (level: number, words: string): DocumentNode => ({
  ...node('heading', words),
  attrs: { level },
})
export const table = (header: string[], rows: (DocumentNode | string)[][]): DocumentNode =>
  node(
    'table',
    node('tableRow', ...header.map(words => node('tableHeader', paragraph(words)))),
    ...rows.map(row => node('tableRow', ...row.map(cell => node('tableCell', paragraph(cell))))),
  )
export const bullets = (...items: (DocumentNode | string)[][]): DocumentNode =>
  node('bulletList', ...items.map(item => node('listItem', paragraph(...item))))

/** Cites a passage of the sample's sources by its highlight, or a whole article by null. */
export function cite(
  articleId: string,
  highlightId: string | null,
  locator: string | null = null,
): DocumentNode {
  return { type: 'citation', attrs: { articleId, version: 1, highlightId, locator } }
}

export function quotation(
  words: string,
  exact: string,
  highlightId: string,
  declared = 'verbatim',
): DocumentNode {
  const attrs = { articleId: 'gazette', version: 1, highlightId, locator: null, exact, declared }
  return { type: 'quotation', attrs, content: [text(words)] }
}

const promise = 'no island household will wait more than nine hours for a boat'

function sampleContent(): DocumentNode[] {
  return [
    heading(1, 'Issue'),
    numbered(
      'Whether to keep the 11pm sailing from Port Ellan when the winter timetable starts. Passenger numbers fell by 14% last winter',
      cite('gazette', 'fall'),
      ', and the operator has asked to withdraw the sailing on four nights of the week',
      cite('harbour', 'four'),
      cite('gazette', 'fall'),
      '.',
    ),
    heading(1, 'Recommendation'),
    numbered(
      'That you ',
      text('agree', 'bold'),
      ' to keep the sailing on ',
      text('three', 'italic'),
      ' nights and review it in April.',
    ),
    heading(1, 'Background'),
    heading(3, 'What was promised'),
    numbered('The previous minister gave an assurance in the ', text('Ellan Gazette', 'bold', 'italic'), ':'),
    quotation(promise, promise, 'promise'),
    quotation('no household will wait more than nine hours', promise, 'promise'),
    quotation('Islanders were told that nine hours would be the limit', promise, 'promise', 'paraphrase'),
    numbered('Three matters bear on the choice:'),
    bullets(
      ['the harbour’s dredging, which closes the deep berth until 3 March', cite('harbour', 'dredging')],
      ['the cost of crewing, at £1,240 a night'],
      ['school transport on Mondays'],
    ),
    numbered('The harbour’s annual report sets out the berths in full', cite('harbour', null), '.'),
    heading(2, 'Figures'),
    table(
      ['Winter', 'Sailings', 'Passengers', 'What the operator says of it'],
      [
        ['2024 to 2025', '182', '20,140', 'A good season, helped by calm weather and the folk festival'],
        ['2025 to 2026', '180', '17,320', 'Down by a seventh: the new bridge took the coach trade'],
        ['2026 to 2027', '96', '9,005', 'To the end of December only'],
      ],
    ),
    paragraph('Signed off by the finance business partner. ☐ Agree ☐ Do not agree ☐ Discuss'),
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        node('listItem', paragraph('Write to the operator.')),
        node('listItem', paragraph('Tell the island council, in Welsh as well as English: Llŷr and Tŷ Ŵen.')),
      ],
    },
    annexTitle('Chronology'),
    numbered('The main dates are these.'),
    table(
      ['Date', 'Event'],
      [
        ['4 May 2021', 'Night sailing introduced'],
        ['1 October 2025', 'Bridge opened'],
      ],
    ),
    heading(2, 'A note on sources'),
    numbered('The assurance was printed once', cite('gazette', 'promise'), '.'),
  ]
}

function ellanGazette(): PrintSource {
  return source(
    'gazette',
    {
      title: 'Fewer take the late boat, & islanders ask why',
      byline: 'Una Brock',
      publisher: 'The Ellan Gazette',
      publishedOn: '2026-12-14',
      url: 'https://gazette.example/2026/12/late-boat?edition=islands&page=4',
    },
    [
      ['heading', 'A timetable under strain'],
      [
        'paragraph',
        'The late boat has been a fixture of island life since 2021, and its crew know most passengers by name.',
      ],
      ['paragraph', 'Sign up for our newsletter', 'an invitation'],
      [
        'paragraph',
        'Numbers on the 11pm sailing fell by 14% last winter, the operator said on Tuesday. It blamed the bridge, which opened in the autumn, and a run of storms that kept the boat in harbour for nine nights.',
      ],
      ['paragraph', 'Shopkeepers near the pier disagree.'],
      ['paragraph', 'A café owner said that trade had held up.'],
      ['paragraph', 'The council has not met since.'],
      ['paragraph', 'Letters about the boat have filled two pages a week.'],
      ['quotation', `The minister told the council that ${promise}, whatever the season.`],
      ['paragraph', 'That was two years ago. Her successor has yet to say whether the assurance stands.'],
    ],
    { fall: 'Numbers on the 11pm sailing fell by 14% last winter', promise },
  )
}

function harbourReport(): PrintSource {
  return source(
    'harbour',
    {
      title: 'Port Ellan Harbour: annual report',
      byline: null,
      publisher: 'Port Ellan Harbour Trust',
      publishedOn: '2026-11-02',
      url: null,
    },
    [
      [
        'paragraph',
        'The operator has asked the Trust for leave to withdraw the late sailing on four nights of the week.',
      ],
      ['listItem', 'Dredging closes the deep berth until 3 March.'],
      ['listItem', 'The shallow berth takes vessels of up to 40 metres.'],
      ['paragraph', 'The Trust will consult in January.'],
    ],
    {
      four: 'withdraw the late sailing on four nights of the week.\nDredging closes the deep berth',
      dredging: 'Dredging closes the deep berth until 3 March',
    },
  )
}

type Details = Pick<PrintSource, 'title' | 'byline' | 'publisher' | 'publishedOn' | 'url'>

/** A source from its blocks (kind, words, why it is furniture) and its passages, given by their words. */
export function source(
  articleId: string,
  details: Details,
  parts: [kind: BlockKind, words: string, furniture?: string][],
  passages: Record<string, string>,
): PrintSource {
  const words = parts.map(part => part[1]).join('\n')
  let start = 0
  const blocks = parts.map(([kind, { length }, furniture]): Block => {
    const block = { kind, start, end: start + length, ...(furniture ? { furniture } : {}) }
    start += length + 1
    return block
  })
  return {
    articleId,
    version: 1,
    ...details,
    capturedAt: '2026-12-15T08:00:00Z',
    sha256: '3f7a9c1e5b2d4860'.repeat(4),
    licence: null,
    text: words,
    blocks,
    passages: Object.entries(passages).map(([highlightId, exact]) => {
      const at = words.indexOf(exact)
      return { highlightId, start: at, end: at + exact.length }
    }),
  }
}
