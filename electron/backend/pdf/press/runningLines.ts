import { breakLines } from './breakLines.ts'
import { baselineOf, type Column } from './composeText.ts'
import type { PlacedLine } from './strip.ts'
import { foot, ink, markingStyle, page, quietInk, type TextStyle, textWidth } from './style.ts'
import { element, type StructureElement } from './tree.ts'

/** Where the body stands between head and foot, and what stands in them on each page. */
export interface RunningLines {
  bodyTop: number
  bodyHeight: number
  onPage(index: number, pages: number): PageFurniture
}

export interface PageFurniture {
  /** Real text: the marking at the start of page 1, which is also its head. */
  tagged: PlacedLine[]
  head: PlacedLine[]
  foot: PlacedLine[]
}

/**
 * The marking at head and foot, and above the foot's the short title and "Page 3 of 24". On page 1 the marking at
 * the head is tagged text, so that it is read out once; everywhere else these lines are artifacts.
 */
export function runningLines(marking: string, title: string, column: Column): RunningLines {
  const bold: TextStyle = { ...markingStyle, before: 0, bold: true, colour: ink }
  const small: TextStyle = { size: foot.size, leading: foot.gap, before: 0, bold: false, colour: quietInk }
  const markingLines =
    marking === '' ? [] : breakLines([{ text: marking }], bold, textWidth, column.setWord, 'the marking')
  const markingHeight = markingLines.length * markingStyle.leading
  const markingElement = markingLines.length === 0 ? null : element('P', column.parent)
  const footTop = page.height - page.footBottom - markingHeight
  const shortTitle = fitted(title, textWidth - 110)
  const bodyTop = page.headTop + Math.max(markingHeight, markingStyle.leading) + 18
  return {
    bodyTop,
    bodyHeight: footTop - foot.gap - 20 - bodyTop,
    onPage(index, pages) {
      const head = centred(page.headTop, markingElement ?? column.parent)
      return {
        tagged: index === 0 ? head : [],
        head: index === 0 ? [] : head,
        foot: [...footLine(`Page ${index + 1} of ${pages}`), ...centred(footTop, column.parent)],
      }
    },
  }

  function centred(top: number, owner: StructureElement): PlacedLine[] {
    return markingLines.map((line, i) => {
      const y = top + i * markingStyle.leading
      const x = page.left + (textWidth - line.width) / 2
      return { line, x, top: y, baseline: y + baselineOf(bold), style: bold, element: owner }
    })
  }

  function footLine(pageNumber: string): PlacedLine[] {
    const top = footTop - foot.gap - 3
    const place = { top, baseline: top + baselineOf(small), style: small, element: column.parent }
    const number = set(pageNumber)
    return [
      { line: shortTitle, x: page.left, ...place },
      { line: number, x: page.left + textWidth - number.width, ...place },
    ]
  }

  function set(text: string) {
    return breakLines([{ text }], small, Number.POSITIVE_INFINITY, column.setWord, 'the title')[0]!
  }

  /** As many words of the title as fit, then an ellipsis. */
  function fitted(text: string, width: number) {
    const whole = set(text)
    if (whole.width <= width) return whole
    const [first] = breakLines([{ text }], small, width - 12, column.setWord, 'the title')
    const ellipsis = set('…').segments[0]!
    return { ...first!, segments: [...first!.segments, { ...ellipsis, x: first!.width + 2 }] }
  }
}
