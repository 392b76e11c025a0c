/**
 * Terms of the dictionary that are no words of a text are told by their first character, which stands in no word.
 */
const fieldMarks = { title: '\u0001', byline: '\u0002', publisher: '\u0003' } as const

/** A word as it stands in one field only. */
export const fieldTerm = (field: keyof typeof fieldMarks, term: string): string => fieldMarks[field] + term

const beginningMark = '\uffff'

/**
 * The beginning of a word, or of a word in a field: all documents with such a word. Those of one to three letters, anywhere,
 * are lists of a merged segment; they come after all other terms, because they are made of these. The others are gathered
 * when they are looked for.
 */
export const beginningTerm = (beginning: string): string => beginningMark + beginning

/** The first of them. */
export const firstBeginning = beginningMark

/** So many letters of a word have a list of their own. */
export const beginningLetters = 3

/** Whether a beginning's term has a list of its own in a merged segment. */
export const isListed = (term: string): boolean =>
  term.length <= beginningMark.length + beginningLetters && isWord(term.slice(beginningMark.length))

/** A word as it is written, folded but not stemmed; it leads to its term. Its postings are the term's text. */
export const formTerm = (form: string): string => `\u0005${form}`

/** Terms of one field are told by their first character, and stand in no text; what a number means is no word either. */
export const isWord = (term: string): boolean => term.charCodeAt(0) > 0x1f && !term.startsWith('n:')
