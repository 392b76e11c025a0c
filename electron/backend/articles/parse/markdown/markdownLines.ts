/** A line of Markdown without the marks that say what it stands in. */
export interface MarkedLine {
  /** It stands in a block quotation. */
  quoted: boolean
  /** It begins a list item. */
  item: boolean
  /** Spaces before its words, after the last mark. */
  indent: number
  rest: string
}

/** Marks within marks are taken off up to this depth; what is deeper stays as it is written. */
const deepest = 50

/** `mayBeItem` is false where a hyphen is no mark of a list: in code and in tables. */
export function markersOf(line: string, mayBeItem = true): MarkedLine {
  const found: MarkedLine = { quoted: false, item: false, indent: 0, rest: '' }
  let at = 0
  for (let depth = 0; depth < deepest; depth++) {
    const start = at
    while (line[at] === ' ') at++
    found.indent = at - start
    if (line[at] === '>') {
      found.quoted = true
      at++
      if (line[at] === ' ') at++
      continue
    }
    const mark = mayBeItem && !isRule(line, at) ? itemMark(line, at) : 0
    if (mark === 0) break
    found.item = true
    at += mark
  }
  found.rest = line.slice(at).trimEnd()
  return found
}

/** The length of a list item's mark and the space after it, and of a task's box; 0 when there is none. */
function itemMark(line: string, at: number): number {
  const mark = /(?:[-*+]|\d{1,9}[.)])(?: \[[ xX]\])?(?: |$)/y
  mark.lastIndex = at
  return mark.exec(line)?.[0].length ?? 0
}

/** A line across the page: three or more of one mark, with nothing but spaces between. */
export function isRule(line: string, from = 0): boolean {
  const mark = line[from]
  if (mark !== '-' && mark !== '*' && mark !== '_') return false
  let count = 0
  for (let i = from; i < line.length; i++) {
    if (line[i] === mark) count++
    else if (line[i] !== ' ') return false
  }
  return count >= 3
}

/** Under a line it makes that line a heading. */
export const setextMark = /^(?:=+|-+)$/

/** The mark that opens a run of code, or null. */
export function fenceOf(rest: string, indent: number): string | null {
  if (indent >= 4) return null
  const fence = /^(`{3,}|~{3,})/.exec(rest)?.[0]
  return fence && !(fence[0] === '`' && rest.includes('`', fence.length)) ? fence : null
}

export function closesFence(line: string, fence: string): boolean {
  const { rest } = markersOf(line, false)
  if (rest.length < fence.length || rest[0] !== fence[0]) return false
  for (const char of rest) if (char !== fence[0]) return false
  return true
}
