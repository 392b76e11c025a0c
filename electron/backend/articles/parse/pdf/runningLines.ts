import type { PdfPage } from './openPdf.ts'
import { rowsOf, type Segment } from './pageLines.ts'

/** How much of a page's height, at its top and at its foot, may hold running lines; and how many lines. */
const margin = 0.15
const mostLines = 3

const pageNumber =
  /^(?:(?:page|p\.|seite) ?)?[-–—|[( ]{0,3}(?:\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]{0,3}(?:(?:of|\/|von|\|) ?\d{1,4})?$/i

/** Pages so far on may have the same running line: left and right pages have lines of their own. */
const reach = 2

/** Marks, in place, the lines at the pages' heads and feet that pages repeat, and the numbers of pages. */
export function markRunningLines(pages: readonly PdfPage[], segments: readonly Segment[][]): void {
  const edges = segments.map((page, i) => edgeLines(page, pages[i]!.height))
  edges.forEach((lines, i) => {
    const near = edges.slice(Math.max(0, i - reach), i + reach + 1).filter(others => others !== lines)
    const inner = new Set<string>()
    for (const line of lines) {
      // A line further in is a running line only if those outside it are.
      if (inner.has(line.edge)) continue
      const isNumber = pageNumber.test(line.text)
      if (isNumber || near.some(others => others.some(other => isSame(line, other)))) {
        const furniture = isNumber ? 'Page number' : line.edge === 'top' ? 'Running head' : 'Running foot'
        for (const segment of line.row) segment.furniture = furniture
      } else inner.add(line.edge)
    }
  })
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

/** Two lines in one place that differ only in their figures are one running line; a title in larger letters is none. */
function isSame(line: EdgeLine, other: EdgeLine): boolean {
  const [a, b] = [line.row[0]!, other.row[0]!]
  return (
    line.edge === other.edge &&
    Math.abs(a.y - b.y) < 4 &&
    Math.abs(a.size - b.size) < 0.5 &&
    withoutFigures(line.text) === withoutFigures(other.text)
  )
}

const withoutFigures = (text: string): string => text.slice(0, 200).toLowerCase().replace(/\d+/g, '#')
