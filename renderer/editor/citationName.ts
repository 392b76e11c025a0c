import { type CitedPart, partWords } from './citedParts.ts'

/** What a citation is called: "Citation 3, page 4: ‘Title’, Publisher"; one of several names them all. */
export function citationName(parts: readonly CitedPart[]): string {
  const [first] = parts
  if (first === undefined || parts.every(({ target }) => target.articleId === ''))
    return 'Citation without a source'
  if (parts.length === 1) return `Citation ${partName(first)}`
  return `Citations ${parts.map(partName).join('; ')}`
}

/** "3, page 4: ‘Title’, Publisher. Its highlight has been removed." */
export function partName({ number, target, source }: CitedPart): string {
  if (target.articleId === '') return 'without a source'
  const words = number === null ? 'in an annex that goes into no pack' : partWords(number, target)
  if (source === null) return words
  return `${words}: ${sourceName(source)}${source.trouble ? `. ${source.trouble}` : ''}`
}

export const sourceName = ({ title, publisher }: { title: string; publisher: string | null }): string =>
  `‘${title}’${publisher ? `, ${publisher}` : ''}`
