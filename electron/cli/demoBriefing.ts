import type { Article, Highlight } from '../../shared/contract/index.ts'
import { type Briefing, DOCUMENT_VERSION, type DocumentNode } from '../../shared/document/briefing.ts'

export interface DemoSource {
  article: Article
  highlights: Highlight[]
}

/** A briefing that quotes and cites passages of any sources, for trying the whole chain on one's own files. */
export function demoBriefing(sources: readonly DemoSource[], date: string): Briefing {
  const passages = sources.flatMap(source => source.highlights)
  return {
    documentVersion: DOCUMENT_VERSION,
    head: {
      marking: 'OFFICIAL',
      to: 'Private Secretary',
      from: 'Despatch demonstration',
      date,
      copy: '',
      decisionBy: '',
      reference: '',
    },
    content: {
      type: 'doc',
      content: [
        heading(1, 'Issue'),
        numbered([
          text(
            `What ${sources.length} ${sources.length === 1 ? 'source says' : 'sources say'}, in ${passages.length} passages taken word for word.`,
          ),
        ]),
        heading(1, 'What the sources say'),
        ...sources.flatMap(sourceSection),
        heading(1, 'The sources at a glance'),
        sourceTable(sources),
        heading(1, 'Next steps'),
        {
          type: 'bulletList',
          content: [
            'check each passage against its source',
            'correct titles, publishers and dates',
            'write the advice',
          ].map(words => ({ type: 'listItem', content: [paragraph([text(words)])] })),
        },
      ],
    },
  }
}

function sourceSection({ article, highlights }: DemoSource): DocumentNode[] {
  const [first, ...rest] = highlights
  if (!first) return []
  const origin =
    [article.publisher, article.publishedOn].filter(Boolean).join(', ') || 'publisher and date unknown'
  return [
    heading(2, article.title),
    numbered([text(`In this source (${origin}) stands:`)]),
    quotation(first),
    ...(rest.length === 0
      ? []
      : [
          numbered([
            text('Also marked in the annex: '),
            ...rest
              .flatMap((each, i) => [text(i === 0 ? '' : ', '), citation(each)])
              .filter(node => node.text !== ''),
            text('.'),
          ]),
        ]),
  ]
}

const sourceTable = (sources: readonly DemoSource[]): DocumentNode => ({
  type: 'table',
  content: [
    row('tableHeader', [[text('Source')], [text('Passages')], [text('First passage')]]),
    ...sources.map(({ article, highlights }) =>
      row('tableCell', [
        [text(article.title)],
        [text(String(highlights.length))],
        highlights[0] ? [text('Passage'), citation(highlights[0])] : [text('none')],
      ]),
    ),
  ],
})

const row = (type: string, cells: DocumentNode[][]): DocumentNode => ({
  type: 'tableRow',
  content: cells.map(content => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(content)],
  })),
})

const text = (words: string): DocumentNode => ({ type: 'text', text: words })
const heading = (level: number, words: string): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
const paragraph = (content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const numbered = (content: DocumentNode[]): DocumentNode => ({ type: 'numberedParagraph', content })
const target = ({ articleId, version, highlightId }: Highlight) => ({
  articleId,
  version,
  highlightId,
  locator: null,
})
const citation = (highlight: Highlight): DocumentNode => ({ type: 'citation', attrs: target(highlight) })
const quotation = (highlight: Highlight): DocumentNode => ({
  type: 'quotation',
  attrs: { ...target(highlight), exact: highlight.exact, declared: 'verbatim' },
  content: [text(highlight.exact)],
})
