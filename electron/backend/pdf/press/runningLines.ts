import { breakLines, type Line } from './breakLines.ts'
import { type Column, composeText } from './composeText.ts'
import type { Lead } from './paginate.ts'
import { baselineOf } from './setLines.ts'
import type { PlacedLine } from './strip.ts'
import { foot, ink, markingStyle, page, quietInk, styles, type TextStyle, textWidth } from './style.ts'
import { element, type StructureElement } from './tree.ts'

/** Where the body stands between head and foot, and what stands in them on each page. */
export interface RunningLines {
  bodyTop: number
  bodyHeight: number
  /** What stands under the marking at the head of page 1, and is read there. */
  lead: Lead
  /** `notices` stand above the foot, one line each. */
  onPage(index: number, pages: number, notices: string[]): PageFurniture
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
export function runningLines(
  marking: string,
  handling: string[],
  title: string,
  column: Column,
): RunningLines {
  const bold: TextStyle = { ...markingStyle, before: 0, bold: true, colour: ink }
  const small: TextStyle = { size: foot.size, leading: foot.gap, before: 0, bold: false, colour: quietInk }
  const markingLines =
    marking === '' ? [] : breakLines([{ text: marking }], bold, textWidth, column.setWord, 'the marking')
  const markingHeight = markingLines.length * markingStyle.leading
  const markingElement = markingLines.length === 0 ? null : element('P', column.parent)
  const footTop = page.height - page.footBottom - markingHeight
  const shortTitle = fitted(title, textWidth - 110, 'the title')
  const bodyTop = page.headTop + Math.max(markingHeight, markingStyle.leading) + GAP
  const underMarking = { ...column, where: 'the lines under the marking' }
  const known = new Map<string, Line>()
  return {
    bodyTop,
    bodyHeight: footTop - foot.gap - 20 - bodyTop,
    lead: {
      strips: handling
        .filter(text => text.trim() !== '')
        .flatMap(text =>
          composeText([{ text }], styles.handling, underMarking, element('P', column.parent), {
            align: 'centre',
          }),
        ),
      top: page.headTop + markingHeight + 2 - bodyTop,
    },
    onPage(index, pages, notices) {
      const head = centred(page.headTop, markingElement ?? column.parent)
      return {
        tagged: index === 0 ? head : [],
        head: index === 0 ? [] : head,
        foot: [
          ...notices.map((notice, i) => smallLine(notice, i - notices.length)),
          ...footLine(`Page ${index + 1} of ${pages}`),
          ...centred(footTop, column.parent),
        ],
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
    const number = set(pageNumber, 'the page number')
    return [smallLine(shortTitle, 0), smallLine(number, 0, page.left + textWidth - number.width)]
  }

  /** `row` is counted from the short title's, upwards below 0. */
  function smallLine(text: string | Line, row: number, x = page.left): PlacedLine {
    const line = typeof text === 'string' ? noticeLine(text) : text
    const top = footTop - foot.gap - 3 + row * foot.notice
    return { line, x, top, baseline: top + baselineOf(small), style: small, element: column.parent }
  }

  function noticeLine(text: string): Line {
    const line = known.get(text) ?? fitted(text, textWidth, 'a notice at the foot of the page')
    known.set(text, line)
    return line
  }

  function set(text: string, where: string): Line {
    return breakLines([{ text }], small, Number.POSITIVE_INFINITY, column.setWord, where)[0]!
  }

  /** As many words as fit, then an ellipsis. */
  function fitted(text: string, width: number, where: string): Line {
    const oneLine = text.replace(/\s+/g, ' ').trim()
    const whole = set(oneLine, where)
    if (whole.width <= width) return whole
    const [first] = breakLines([{ text: oneLine }], small, width - 12, column.setWord, where)
    const ellipsis = set('…', where).segments[0]!
    return { ...first!, segments: [...first!.segments, { ...ellipsis, x: first!.width + 2 }] }
  }
}

/** From the marking down to the body. */
const GAP = 18
