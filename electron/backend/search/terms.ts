/**
 * Terms of the dictionary that are no words of a text are told by their first character, which stands in no word.
 */
const fieldMarks = { title: '\u0001', byline: '\u0002', publisher: '\u0003' } as const

/** A word as it stands in one field only. */
export const fieldTerm = (field: keyof typeof fieldMarks, term: string): string => fieldMarks[field] + term

/** The beginning of a word, one to three letters: all documents with such a word. */
export const beginningTerm = (letters: string): string => `\u0004${letters}`

/** So many letters of a word have a list of their own. */
export const beginningLetters = 3

/** A word as it is written, folded but not stemmed; it leads to its term. Its postings are the term's text. */
export const formTerm = (form: string): string => `\u0005${form}`
