import type { PdfPage } from './openPdf.ts'
import { rowsOf, type Segment } from './pageLines.ts'

/** How much of a page's height, at its top and at its foot, may hold running lines; and how many lines. */
const margin = 0.15
const mostLines = 3

const pageNumber =
  /^(?:(?:page|p\.|seite) ?)?[-–—|[( ]{0,3}(?:\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]{0,3}(?:(?:of|\/|von|\|) ?\d{1,4})?$/i

/** Marks, in place, the lines at the pages' heads and feet that pages repeat, and the numbers of pages. */
export function markRunningLines(pages: readonly PdfPage[], segments: readonly Segment[][]): void {
  const edges = segments.map((page, i) => edgeLines(page, pages[i]!.height))
  const seen = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set(lines.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const enough = Math.max(2, Math.ceil(pages.length * 0.2))
  for (const lines of edges) {
    const inner = new Set<string>()
    for (const line of lines) {
      // A line further in is a running line only if those outside it are.
      if (inner.has(line.edge)) continue
      const isNumber = pageNumber.test(line.text)
      if (isNumber || seen.get(keyOf(line))! >= enough)
        for (const segment of line.row)
          segment.furniture = isNumber ? 'Page number' : line.edge === 'top' ? 'Running head' : 'Running foot'
      else inner.add(line.edge)
    }
  }
}

interface EdgeLine {
  edge: 'top' | 'foot'
  text: string
  row: Segment[]
}

/** Lines at the edges, from the edge inwards. */
function edgeLines(segments: readonly Segment[], height: number): EdgeLine[] {
  const rows = rowsOf(segments)
  const line = (edge: EdgeLine['edge'], row: Segment[]): EdgeLine => ({
    edge,
    text: row.map(({ text }) => text).join(' '),
    row,
  })
  const top = rows.slice(0, mostLines).filter(row => row[0]!.y < height * margin)
  const foot = rows
    .slice(Math.max(top.length, rows.length - mostLines))
    .filter(row => row[0]!.y > height * (1 - margin))
    .reverse()
  return [...top.map(row => line('top', row)), ...foot.map(row => line('foot', row))]
}

/** Two lines that differ only in their figures are one running line. */
const keyOf = ({ edge, text }: EdgeLine): string =>
  `${edge} ${text.toLowerCase().replace(/\d+/g, '#').slice(0, 200)}`
