import type { Segment } from './breakLines.ts'
import type { PdfPage } from './pdfkitInternals.ts'
import { type Colour, contents, page } from './style.ts'

/** Writes one page's content stream. Measures are in points from the page's top left corner. */
export interface PageContent {
  /** Opens marked content: text of an element, by its content id, or an artifact. Closes what was open. */
  mark(tag: string, properties: string): void
  segments(segments: Segment[], x: number, baseline: number): void
  fill(x: number, y: number, width: number, height: number, colour: Colour): void
  /** A row of round dots, as thick as `height`, from the right end leftwards. */
  dots(x: number, y: number, width: number, height: number, colour: Colour): void
  end(): void
}

export function pageContent(pdfPage: PdfPage): PageContent {
  // pdfkit has turned the page upside down by now; this turns it back.
  const parts = [`1 0 0 -1 0 ${page.height} cm`]
  let marked = false
  let colour: Colour | null = null
  let font = ''

  return {
    mark(tag, properties) {
      if (marked) parts.push('EMC')
      parts.push(`/${tag} ${properties} BDC`)
      marked = true
    },
    segments(segments, x, baseline) {
      parts.push('BT')
      let at = ''
      for (const segment of segments) {
        setColour(segment.colour)
        setFont(segment)
        const place = `1 0 0 1 ${points(x + segment.x)} ${points(page.height - baseline + segment.rise)} Tm`
        if (place !== at) parts.push(place)
        at = place
        parts.push(`[${segment.codes.replaceAll('><', '')}] TJ`)
      }
      parts.push('ET')
    },
    fill(x, y, width, height, fillColour) {
      setColour(fillColour)
      parts.push(`${points(x)} ${points(page.height - y - height)} ${points(width)} ${points(height)} re f`)
    },
    dots(x, y, width, height, dotColour) {
      const middle = points(page.height - y)
      parts.push(
        `q ${dotColour.join(' ')} RG 1 J ${points(height)} w [0 ${contents.dot}] 0 d`,
        `${points(x + width)} ${middle} m ${points(x)} ${middle} l S Q`,
      )
    },
    end() {
      if (marked) parts.push('EMC')
      pdfPage.write(parts.join('\n'))
    },
  }

  function setColour(next: Colour): void {
    if (next === colour) return
    parts.push(`${next.join(' ')} rg`)
    colour = next
  }

  function setFont({ font: { id, ref }, font: face, size }: Segment): void {
    const name = `/${id} ${points(size)} Tf`
    if (name === font) return
    pdfPage.fonts[id] ??= ref.call(face)
    parts.push(name)
    font = name
  }
}

/** A number as PDF writes it, to a hundredth of a point. */
const points = (value: number): string => String(Math.round(value * 100) / 100)
