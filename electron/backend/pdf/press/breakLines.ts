import type { Link, Run } from '../typeset/block.ts'
import type { Emphasis, SetText, SetWord } from './faces.ts'
import { type Colour, linkInk, quietInk, raised, type TextStyle } from './style.ts'
import { cutWords } from './words.ts'

/** A line of text: what is shown, from left to right, in points from its start. */
export interface Line {
  segments: Segment[]
  /** Without the space at its end. */
  width: number
  anchors: string[]
}

/** Words in one face, size and colour, with one meaning. */
export interface Segment {
  x: number
  width: number
  font: SetText['font']
  codes: string
  size: number
  rise: number
  colour: Colour
  cited: number
  link: Link | undefined
}

interface Look {
  emphasis: Emphasis
  size: number
  rise: number
  colour: Colour
  cited: number
  link: Link | undefined
  /** A space in this look, once one has been set. */
  space: SetText | null
}

interface Piece {
  set: SetText
  text: string
  look: Look
}

/**
 * Breaks runs into lines no wider than `width` points, filling each in turn (ragged right). A space at a line's
 * end is kept, as tagged text needs it between words, but takes no room. A word wider than the line is cut.
 */
export function breakLines(
  runs: Run[],
  style: TextStyle,
  width: number,
  setWord: SetWord,
  where: string,
): Line[] {
  const lines: Line[] = []
  let line = newLine()
  let lineWidth = 0
  /** The look of the line's last segment, and its codes word by word. */
  let lineLook: Look | null = null
  const codes: string[] = []
  let unit: Piece[] = []
  let unitWidth = 0
  let unitAnchors: string[] = []

  for (const run of runs) {
    const look = lookOf(run, style)
    if (run.anchor) unitAnchors.push(run.anchor)
    for (const { text, ending } of cutWords(run.text)) {
      if (unit.length === 0 && unitAnchors.length === 0 && ending !== 'nothing' && text !== '')
        placeWord(text, look)
      else {
        if (text !== '') addToUnit(text, look)
        if (ending === 'nothing') continue
        placeUnit()
      }
      if (ending !== 'chance') addSpace(look)
      if (ending !== 'newline') continue
      // A name given before the break belongs to the line it ends, though no word of it may follow.
      line.anchors.push(...unitAnchors.splice(0))
      endLine()
    }
  }
  placeUnit()
  line.anchors.push(...unitAnchors)
  if (line.segments.length > 0 || lines.length === 0 || line.anchors.length > 0) endLine()
  return lines

  /** What most words are: one piece in one look, with a chance to break on either side. */
  function placeWord(text: string, look: Look): void {
    const sets = setWord(text, look.emphasis, where)
    const set = sets[0]!
    const advance = (set.width * look.size) / 1000
    if (sets.length > 1 || advance > width) {
      addToUnit(text, look)
      placeUnit()
    } else {
      if (lineWidth + advance > width + 0.01 && lineWidth > 0) endLine()
      append(set, look)
      line.width = lineWidth
    }
  }

  function addToUnit(text: string, look: Look): void {
    for (const set of setWord(text, look.emphasis, where)) {
      unit.push({ set, text, look })
      unitWidth += (set.width * look.size) / 1000
    }
  }

  /** A screen reader needs it at a line's end too. */
  function addSpace(look: Look): void {
    look.space ??= setWord(' ', look.emphasis, where)[0]!
    append(look.space, look)
  }

  function placeUnit(): void {
    if (unit.length === 0) return
    if (lineWidth + unitWidth > width + 0.01 && lineWidth > 0) endLine()
    if (unitWidth > width + 0.01) unit = unit.flatMap(single)
    line.anchors.push(...unitAnchors)
    for (const piece of unit) {
      const advance = (piece.set.width * piece.look.size) / 1000
      if (lineWidth + advance > width + 0.01 && lineWidth > 0 && unitWidth > width) endLine()
      append(piece.set, piece.look)
      line.width = lineWidth
    }
    unit = []
    unitWidth = 0
    unitAnchors = []
  }

  /** A word too wide for any line, letter by letter. */
  function single({ text, look }: Piece, index: number, all: Piece[]): Piece[] {
    if (all[index - 1]?.text === text && all[index - 1]?.look === look) return []
    return [...text].flatMap(letter =>
      setWord(letter, look.emphasis, where).map(set => ({ set, text: letter, look })),
    )
  }

  function append(set: SetText, look: Look): void {
    const advance = (set.width * look.size) / 1000
    const last = line.segments.at(-1)
    if (last && last.font === set.font && (look === lineLook || sameLook(last, look))) {
      last.width += advance
    } else {
      joinCodes()
      const { size, rise, colour, cited, link } = look
      line.segments.push({
        x: lineWidth,
        width: advance,
        font: set.font,
        codes: '',
        size,
        rise,
        colour,
        cited,
        link,
      })
      lineLook = look
    }
    codes.push(set.codes)
    lineWidth += advance
  }

  /** At once, as a string that grows by words is a tree of strings: several times the memory, until pages are drawn. */
  function joinCodes(): void {
    if (codes.length > 0) line.segments.at(-1)!.codes = codes.join('')
    codes.length = 0
  }

  function endLine(): void {
    joinCodes()
    lines.push(line)
    line = newLine()
    lineWidth = 0
  }
}

/** The widest line and the widest word of the runs, in points: what a table's columns are shared out by. */
export function measure(
  runs: Run[],
  style: TextStyle,
  setWord: SetWord,
  where: string,
): { widest: number; word: number } {
  let widest = 0
  let word = 0
  let line = 0
  let unit = 0
  for (const run of runs) {
    const look = lookOf(run, style)
    for (const { text, ending } of cutWords(run.text)) {
      if (text !== '')
        for (const set of setWord(text, look.emphasis, where)) unit += (set.width * look.size) / 1000
      if (ending === 'nothing') continue
      word = Math.max(word, unit)
      line += unit
      unit = 0
      widest = Math.max(widest, line)
      line = ending === 'newline' ? 0 : line + (ending === 'space' ? look.size * 0.28 : 0)
    }
  }
  return { widest: Math.max(widest, line + unit), word: Math.max(word, unit) }
}

const newLine = (): Line => ({ segments: [], width: 0, anchors: [] })

function lookOf(run: Run, style: TextStyle): Look {
  return {
    emphasis: { bold: style.bold || run.bold === true, italic: run.italic === true },
    size: run.raised ? style.size * raised.scale : style.size,
    rise: run.raised ? style.size * raised.rise : 0,
    colour: run.link ? linkInk : run.quiet ? quietInk : style.colour,
    cited: run.cited ?? 0,
    link: run.link,
    space: null,
  }
}

const sameLook = (segment: Segment, look: Look): boolean =>
  segment.size === look.size &&
  segment.rise === look.rise &&
  segment.colour === look.colour &&
  segment.cited === look.cited &&
  segment.link === look.link
