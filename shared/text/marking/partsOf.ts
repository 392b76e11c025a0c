/** A marking in capitals and on one line, as it is printed. */
export const inCapitals = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase()

/** The parts between the separators of a marking, in capitals. Any dash with a space at its side separates. */
export function partsOf(text: string): string[] {
  return inCapitals(text)
    .split(/ [-–—]+ ?|[-–—]+ /)
    .map(part => part.replace(/^[\s\-–—:;,/]+/, '').replace(/[\s\-–—:;,/]+$/, ''))
    .filter(part => part !== '')
}
