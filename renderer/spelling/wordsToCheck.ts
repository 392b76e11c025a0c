/** A word of a text and where it stands, in UTF-16 code units, `end` exclusive. */
export interface TextWord {
  word: string
  start: number
  end: number
}

/**
 * Finds the words of a text that a spelling checker can judge. Left out are what holds a digit, abbreviations
 * in capitals, single letters, and web and mail addresses. A hyphenated word is judged part by part. An
 * apostrophe belongs to its word ("isn’t", "minister’s") except at its ends ("ministers’").
 */
export function wordsToCheck(text: string): TextWord[] {
  const words: TextWord[] = []
  for (const stretch of text.matchAll(/[^\s\ufffc]+/gu)) {
    if (ADDRESS.test(stretch[0])) continue
    for (const match of stretch[0].matchAll(WORD)) {
      const word = match[0].replace(/['’]+$/, '')
      if (word.length < 2 || /\d/.test(word) || isAbbreviation(word)) continue
      const start = stretch.index + match.index
      words.push({ word, start, end: start + word.length })
    }
  }
  return words
}

const WORD = /[\p{L}\p{M}\d][\p{L}\p{M}\d'’]*/gu
const ADDRESS = /:\/\/|^www\.|@.|\.(?:uk|com|org|net|int|eu|gov)\b/i

/** "NCA", "MPs", "NGO’s". */
const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,}(?:['’]?s)?$/u.test(word)

/** One spelling for comparison: straight apostrophes, composed letters. */
export const spelledForm = (word: string): string => word.normalize('NFC').replaceAll('’', "'")
