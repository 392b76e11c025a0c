import type { TextRange } from './textRange.ts'

/** What is to be read, and where to look in it. */
export interface Passage {
  articleId: string
  /** The newest version unless it is said. */
  version?: number
  /** The words that were searched, to be marked. */
  words?: string
  /** Where to scroll to. */
  at?: TextRange
  /** The highlight to scroll to and to flash: a citation has been followed. */
  highlightId?: string
  /** Whether the focus goes to the text: it was opened by keyboard. */
  takesFocus?: boolean
  /** Another number for each time it is asked for, so that the same place can be asked for twice. */
  asked: number
}
