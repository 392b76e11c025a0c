/** "paragraphs 3 and 4" from "paragraph 3" and "paragraph 4". */
export function inWords(places: readonly string[]): string {
  const numbers = places.map(place => /^paragraph (\S+)$/.exec(place)?.[1])
  if (places.length < 2 || numbers.some(number => number === undefined)) return list(places)
  return `paragraphs ${list(numbers as string[])}`
}

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
