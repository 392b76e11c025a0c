import { wordsOf } from './words.ts'

/** A title as it is compared: its words, folded, with single spaces; "" when it has none. */
export const titleKey = (title: string): string =>
  wordsOf(title.slice(0, 2000), 200)
    .map(({ folded }) => folded)
    .join(' ')
