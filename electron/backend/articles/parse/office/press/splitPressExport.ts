import type { DraftBlock } from '../../draftBlock.ts'
import { found } from '../../findings.ts'
import { shortened } from '../../text/findHeadline.ts'
import { factiva } from './factiva.ts'
import { factivaFields, fieldLines } from './factivaFields.ts'
import { nexis } from './nexis.ts'
import type { PressArticle, PressForm } from './pressForm.ts'
import { coverPage, isDatabases } from './pressLines.ts'

/**
 * Cuts a press database's export (Nexis, Factiva) into its articles. Null when the document is no such export: the
 * databases' own lines must be there in their order. All words are kept: the blocks of the articles, one after the
 * other, are the blocks given (but tables of Factiva's fields, a block for each cell); those of the database are furniture. A paper that only quotes such an article has
 * words of its own around it, and stays whole.
 */
export function splitPressExport(blocks: readonly DraftBlock[]): PressArticle[] | null {
  return split(blocks, nexis) ?? split(blocks, factiva) ?? split(fieldLines(blocks), factivaFields)
}

function split(blocks: readonly DraftBlock[], form: PressForm): PressArticle[] | null {
  const cuts = form.ends(blocks)
  if (cuts.length === 0) return null
  // What follows the last article belongs to the database: it stays with that article.
  const segments = cuts.map((to, i) => blocks.slice(i === 0 ? 0 : cuts[i - 1]!, to))
  const tail = blocks.slice(cuts.at(-1)!)
  const articles = segments.map((segment, i) => form.read(segment, i === 0))
  const known = articles.filter(article => article !== null).length
  if (known === 0 || known * 2 < segments.length) return null
  const cover = articles[0]?.blocks.filter(({ furniture }) => furniture === coverPage) ?? []
  if (![cover, tail].every(around => isDatabases(around.map(({ text }) => text)))) return null
  const whole = articles.map((article, i) => article ?? unheaded(segments[i]!, form.name))
  whole
    .at(-1)!
    .blocks.push(
      ...tail.map(block => ({ ...block, furniture: block.furniture ?? 'Press database: search summary' })),
    )
  return whole
}

/** An article whose head is not as the others are: it is kept as it stands, under its first words. */
function unheaded(segment: readonly DraftBlock[], database: string): PressArticle {
  const first = segment.find(({ furniture }) => !furniture) ?? segment[0]
  const title = found(shortened(first?.text ?? ''), `press database: ${database}, first words`)
  return {
    blocks: segment.map(block => ({ ...block })),
    findings: { title: title ?? { value: 'Untitled', from: `press database: ${database}` } },
  }
}
