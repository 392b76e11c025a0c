import type { Segment } from './breakLines.ts'
import type { PdfPage } from './pdfkitInternals.ts'
import { type Colour, contents, page } from './style.ts'

/** Writes one page's content stream. Measures are in points from the page's top left corner. */
export interface PageContent {
  /**
   * What follows is marked content: text of an element, by its content id, or an artifact. An element's content has to
   * follow, and has to be text alone.
   */
  mark(tag: string, properties: string): void
  segments(segments: Segment[], x: number, baseline: number): void
  fill(x: number, y: number, width: number, height: number, colour: Colour): void
  /** A row of round dots, as thick as `height`, from the right end leftwards. */
  dots(x: number, y: number, width: number, height: number, colour: Colour): void
  end(): void
}

export function pageContent(pdfPage: PdfPage): PageContent {
  let text = ''
  let open = ''
  /** A mark that is opened with the first thing under it, so that an artifact of nothing leaves no trace. */
  let waiting = ''
  let colour: Colour | null = null
  let font: Segment['font'] | null = null
  let size = 0
  let inText = false
  /** Where the line of text began that was set last, in hundredths of a point. */
  let lineX = 0
  let lineY = 0

  return {
    mark(tag, properties) {
      const mark = `/${tag}${properties}BDC\n`
      waiting = mark === open ? '' : mark
    },
    segments(segments, x, baseline) {
      for (const segment of segments) {
        ready(true)
        setColour(segment.colour)
        setFont(segment)
        const toX = Math.round((x + segment.x) * 100)
        const toY = Math.round((page.height - baseline + segment.rise) * 100)
        if (toX !== lineX || toY !== lineY) text += `${decimal(toX - lineX)} ${decimal(toY - lineY)} Td\n`
        lineX = toX
        lineY = toY
        text += `[(${segment.codes})]TJ\n`
      }
    },
    fill(x, y, width, height, fillColour) {
      ready(false)
      setColour(fillColour)
      text += `${points(x)} ${points(page.height - y - height)} ${points(width)} ${points(height)} re f\n`
    },
    dots(x, y, width, height, dotColour) {
      ready(false)
      const middle = points(page.height - y)
      text +=
        `q ${dotColour.join(' ')} RG 1 J ${points(height)} w [0 ${contents.dot}] 0 d\n` +
        `${points(x + width)} ${middle} m ${points(x)} ${middle} l S Q\n`
    },
    end() {
      if (open !== '') text += 'EMC\n'
      if (inText) text += 'ET\n'
      pdfPage.write(text)
    },
  }

  /**
   * Opens what waits. The text of a page is one text object, inside which marks open and close (ISO 32000-1, 14.6.1):
   * each line is placed by its distance from the one before, which is often the same. Paths may not stand among it.
   */
  function ready(forText: boolean): void {
    if (waiting === '' && inText === forText) return
    if (open !== '') text += 'EMC\n'
    if (inText !== forText) {
      text += forText ? 'BT\n' : 'ET\n'
      lineX = 0
      lineY = 0
    }
    if (waiting !== '') open = waiting
    waiting = ''
    inText = forText
    text += open
  }

  function setColour(next: Colour): void {
    if (next === colour) return
    text += `${next.join(' ')} rg\n`
    colour = next
  }

  function setFont(segment: Segment): void {
    if (segment.font === font && segment.size === size) return
    font = segment.font
    size = segment.size
    pdfPage.fonts[font.id] ??= font.ref()
    text += `/${font.id} ${points(size)} Tf\n`
  }
}

/** A number as PDF writes it, to a hundredth of a point. */
const points = (value: number): string => decimal(Math.round(value * 100))

/** Hundredths as a number with no needless digits: 1650 is "16.5". */
const decimal = (hundredths: number): string => String(hundredths / 100)
