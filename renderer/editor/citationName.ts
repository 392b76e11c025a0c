import type { CitationFacts } from './briefingFacts.ts'

/** What a citation is called: "Citation 3: ‘Title’, Publisher". */
export function citationName({ number, source }: CitationFacts): string {
  if (number === null) return 'Citation without a source'
  if (source === null) return `Citation ${number}`
  const trouble = source.trouble ? `. ${source.trouble}` : ''
  return `Citation ${number}: ${sourceName(source)}${trouble}`
}

export const sourceName = ({ title, publisher }: { title: string; publisher: string | null }): string =>
  `‘${title}’${publisher ? `, ${publisher}` : ''}`
