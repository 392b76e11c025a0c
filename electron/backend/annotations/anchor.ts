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
 * Finds a passage in a text, letter by letter: at the one place where its words stand and what was before or after
 * them stands there too, wholly. null means that a person must look: a passage never moves to a look-alike, not even
 * when the look-alike is the only place left.
 */
export function anchor(text: string, selector: Selector): { start: number; end: number } | null {
  const { start, exact } = selector
  if (exact === '') return null
  const isHere = (at: number): boolean => contextAgrees(text, at, selector)
  const places =
    text.startsWith(exact, start) && isHere(start) ? [start] : occurrences(text, exact).filter(isHere)
  return places.length === 1 ? { start: places[0]!, end: places[0]! + exact.length } : null
}

/** Every place where `words` stand in `text`, overlapping ones included. */
export function occurrences(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

/** Whether all that is known of one side agrees; at the edge of a text there is less to know. */
function contextAgrees(text: string, at: number, { exact, prefix, suffix }: Selector): boolean {
  const end = at + exact.length
  const before = text.slice(Math.max(0, at - prefix.length), at).toWellFormed()
  const after = text.slice(end, end + suffix.length).toWellFormed()
  if (prefix === '' && suffix === '') return text === exact
  return (prefix !== '' && before === prefix) || (suffix !== '' && after === suffix)
}
