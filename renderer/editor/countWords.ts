import type { DocumentNode } from '../../shared/document/briefing.ts'
import { plainText } from '../../shared/document/walk.ts'

/** How many words a draft has, as a person counts them: what stands between spaces and holds a letter or digit. */
export const countWords = (content: DocumentNode): number =>
  plainText(content)
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length
