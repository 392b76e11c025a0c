import type { Run } from './block.ts'
import { citationAnchor, type Evidence, placeWords } from './evidence.ts'

/** "Cited in paragraphs 3 and 4", each place a link back to the citation. */
export function citedIn({ number, places }: Evidence, lead: string): Run[] {
  const links = new Map<string, Run>()
  const numbers: Run[] = []
  const others: Run[] = []
  places.forEach((place, index) => {
    const words = placeWords(place)
    if (links.has(words)) return
    const run: Run = {
      text: place.paragraph ?? words,
      link: { to: { anchor: citationAnchor(number, index + 1) }, description: `Back to ${words}` },
    }
    links.set(words, run)
    ;(place.paragraph ? numbers : others).push(run)
  })
  // No-break spaces: a number alone at the start of a line says nothing.
  const noun = numbers.length === 0 ? '' : numbers.length === 1 ? 'paragraph\u00a0' : 'paragraphs\u00a0'
  return [{ text: `${lead} ${noun}` }, ...joined([...numbers, ...others])]
}

function joined(runs: Run[]): Run[] {
  return runs.flatMap((run, i) => {
    if (i === 0) return [run]
    return [{ text: i === runs.length - 1 ? ' and\u00a0' : ', ' }, run]
  })
}
