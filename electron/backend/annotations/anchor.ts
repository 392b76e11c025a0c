/** The W3C Web Annotation selectors of a passage. Positions are UTF-16 code units. */
export interface Selector {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** How much context is kept on each side: enough to tell two mentions of a figure apart in a news article. */
const contextLength = 64

/** Describes a range of a text so that it can be found again. Never splits a surrogate pair of the context. */
export function selectorFor(text: string, start: number, end: number): Selector {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
    suffix: text.slice(end, end + contextLength).toWellFormed(),
  }
}

/**
 * Finds a passage in a text, letter by letter: at its position; else where its words stand once; else at the
 * one place whose context agrees best and wholly on at least one side. null means that a person must look: a
 * passage never moves to a look-alike.
 */
export function anchor(text: string, selector: Selector): { start: number; end: number } | null {
  const { start, end, exact, prefix, suffix } = selector
  if (exact === '') return null
  if (text.slice(start, end) === exact && contextAgrees(text, start, selector)) return { start, end }
  const places = occurrences(text, exact)
  if (places.length === 1) return { start: places[0]!, end: places[0]! + exact.length }
  const sure = places.filter(at => {
    const before = text.slice(Math.max(0, at - prefix.length), at)
    const after = text.slice(at + exact.length, at + exact.length + suffix.length)
    return (prefix !== '' && before === prefix) || (suffix !== '' && after === suffix)
  })
  return sure.length === 1 ? { start: sure[0]!, end: sure[0]! + exact.length } : null
}

/** Every place where `words` stand in `text`, overlapping ones included. */
export function occurrences(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

function contextAgrees(text: string, start: number, { exact, prefix, suffix }: Selector): boolean {
  const before = text.slice(Math.max(0, start - prefix.length), start)
  const after = text.slice(start + exact.length, start + exact.length + suffix.length)
  return before === prefix.toWellFormed() || after === suffix.toWellFormed()
}
