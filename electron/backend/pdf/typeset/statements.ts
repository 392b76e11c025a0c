import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import { citationKey, citationTargets } from '../../../../shared/document/citations.ts'
import { verbOf } from '../../../../shared/document/recommendations.ts'
import { type Place, plainText } from '../../../../shared/document/walk.ts'
import { sentenceBreaks } from '../../../../shared/text/sentenceBreaks.ts'
import type { Evidence } from './evidence.ts'
import { ending, shortened } from './shortened.ts'
import type { Typesetting } from './typesetting.ts'

/** How much of a statement is told: enough to find it by. */
const STATED_WORDS = 16

/** One citation of one passage, with what is stated there. */
export interface Statement {
  place: Place | undefined
  words: string
  cited: Evidence
}

/**
 * Every citation and quotation in `content` whose passage is among the evidence, in reading order. What a citation
 * bears out is its sentence from the citation before it on, for a sentence may state several things from several
 * sources; in a table it is the cell's words under the name of their row. Long ones are cut where the citation is not.
 */
export function statementsIn(content: DocumentNode, { evidence, places }: Typesetting): Statement[] {
  const statements: Statement[] = []
  const step = (node: DocumentNode, row: string): void => {
    if (node.type === 'quotation') add(node, shortened(plainText(node), STATED_WORDS))
    let before = node.type === 'recommendation' ? `${verbOf(node)} ` : ''
    let from = 0
    let words = ''
    node.content?.forEach((child, index) => {
      if (child.type === 'citation') {
        words = statedBetween(before, from) || words || row || plainText(node)
        from = before.length
        add(child, ending(row === '' || row === words ? words : `${row}: ${words}`, STATED_WORDS))
      } else if (node.type === 'tableRow') step(child, index === 0 ? '' : plainText(node.content![0]!).trim())
      else step(child, row)
      before += plainText(child)
    })
  }
  step(content, '')
  return statements

  function add(node: DocumentNode, words: string): void {
    for (const target of citationTargets(node)) {
      const cited = evidence.get(citationKey(target))
      if (cited) statements.push({ place: places.get(node), words, cited })
    }
  }
}

/** The words of the last sentence of `text` from `from` (UTF-16 code units) on; "" where no word stands there. */
function statedBetween(text: string, from: number): string {
  const sentence = sentenceBreaks(text.trimEnd()).at(-1)?.start ?? 0
  const words = text
    .slice(Math.max(sentence, from))
    .replace(/^[\s,;:.)\]–—-]+/, '')
    .replace(/[\s,;:([–—-]+$/, '')
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}
