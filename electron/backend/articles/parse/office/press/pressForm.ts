import type { DraftBlock } from '../../draftBlock.ts'
import type { Finding, Findings } from '../../findings.ts'

/** One article out of a press database's export. Its blocks are all that stood between it and the next. */
export interface PressArticle {
  blocks: DraftBlock[]
  findings: Findings & { title: Finding }
}

/** How a press database writes its exports. */
export interface PressForm {
  /** The database's name. */
  name: string
  /** Where each article ends (exclusive). Empty when the document cannot be an export of this form. */
  ends(blocks: readonly DraftBlock[]): number[]
  /** One article between two ends; null when its head is not of this form. */
  read(segment: readonly DraftBlock[], isFirst: boolean): PressArticle | null
}
