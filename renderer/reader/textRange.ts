/** A stretch of an article's text, `end` exclusive, in UTF-16 code units. */
export interface TextRange {
  start: number
  end: number
}

export const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end

/**
 * The range without white space at its ends, and widened where it would cut a surrogate pair in two. Null when
 * nothing is left. The ends may be given in either order.
 */
export function trimRange(text: string, anchor: number, head: number): TextRange | null {
  let start = Math.max(0, Math.min(anchor, head))
  let end = Math.min(text.length, Math.max(anchor, head))
  while (start < end && isSpace(text, start)) start += 1
  while (end > start && isSpace(text, end - 1)) end -= 1
  if (start >= end) return null
  if (splitsPair(text, start)) start -= 1
  if (splitsPair(text, end)) end += 1
  return { start, end }
}

const isSpace = (text: string, at: number) => /\s/.test(text[at]!)

const splitsPair = (text: string, at: number) =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!)
