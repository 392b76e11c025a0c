/** A word of a text as the search sees it: its range in UTF-16 code units, and its folded form. */
export interface Word {
  start: number
  end: number
  folded: string
}

// The same classes as SQLite's unicode61 tokenizer: letters, numbers and private use make words; marks are part
// of them and folded away.
const word = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** The words of a text, in order; the first so many of them. */
export function wordsOf(text: string, limit = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = []
  if (limit <= 0) return words
  for (const match of text.matchAll(word)) {
    if (words.length === limit) break
    words.push({ start: match.index, end: match.index + match[0].length, folded: foldWord(match[0]) })
  }
  return words
}

/** Lower case without accents, so that "Élysée" is found as "elysee". */
export function foldWord(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

/** Most words are: they have nothing to fold but capitals. */
const isPlain = /^[\x00-\x7f]*$/

/** How many words a text has: what a word count shows. */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(word)) count++
  return count
}
