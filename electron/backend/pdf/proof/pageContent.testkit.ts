import { type PdfFile, streamData } from './pdfFile.testkit.ts'
import {
  type Dict,
  isDict,
  isKeyword,
  isStream,
  isString,
  type Keyword,
  PdfLexer,
  type PdfValue,
} from './pdfSyntax.testkit.ts'

/** A stretch of a page's content between its opening mark and its end (ISO 32000-1, 14.6). */
export interface MarkedContent {
  /** Without its slash: "P", "Artifact". */
  tag: string
  properties: Dict
  /** What is shown: each text's font and its glyphs' codes, two bytes each. */
  shown: { font: Dict; codes: number[] }[]
}

export interface PageContent {
  marked: MarkedContent[]
  /** What is painted outside every mark, and marks inside marks, in words. */
  faults: string[]
}

const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI'])

export function readContent(pdf: PdfFile, page: Dict): PageContent {
  const content: PageContent = { marked: [], faults: [] }
  const lexer = new PdfLexer(contentData(pdf, page))
  let operands: PdfValue[] = []
  let open: MarkedContent | null = null
  let font: Dict = new Map()
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) operands.push(token)
    else {
      run(token)
      operands = []
    }
  }
  if (open) content.faults.push('marked content that does not end')
  return content

  function run({ keyword }: Keyword): void {
    if (keyword === 'BDC' || keyword === 'BMC') {
      const [tag, properties] = operands
      if (open) content.faults.push(`${String(tag)} inside ${open.tag}`)
      open = { tag: String(tag).slice(1), properties: isDict(properties) ? properties : new Map(), shown: [] }
      content.marked.push(open)
    } else if (keyword === 'EMC') open = null
    else if (keyword === 'Tf') font = pdf.dict(page, 'Resources', 'Font', String(operands[0]).slice(1))
    else if (keyword === 'TJ' || keyword === 'Tj') show(operands[0] ?? null)
    else if (keyword === "'" || keyword === '"') content.faults.push(`text shown by ${keyword}`)
    else if (painting.has(keyword) && !open) content.faults.push(`${keyword} outside every mark`)
  }

  function show(value: PdfValue): void {
    if (!open) content.faults.push('text outside every mark')
    const strings = (Array.isArray(value) ? value : [value]).filter(isString)
    const codes = strings.flatMap(({ string }) =>
      Array.from(
        { length: string.length / 2 },
        (_, i) => string.charCodeAt(2 * i) * 256 + string.charCodeAt(2 * i + 1),
      ),
    )
    open?.shown.push({ font, codes })
  }
}

function contentData(pdf: PdfFile, page: Dict): string {
  const contents = pdf.get(page, 'Contents')
  const streams = Array.isArray(contents) ? contents.map(each => pdf.get(each)) : [contents]
  return streams.map(stream => (isStream(stream) ? streamData(stream) : '')).join('\n')
}
