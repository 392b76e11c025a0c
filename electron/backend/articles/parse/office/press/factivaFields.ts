import { showBidiControls } from '../../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../../shared/text/calendarDate.ts'
import type { DraftBlock } from '../../draftBlock.ts'
import { found } from '../../findings.ts'
import { documentNumber } from './factiva.ts'
import type { PressForm } from './pressForm.ts'
import { coverPage, languageNamed } from './pressLines.ts'

const from = 'press database: Factiva'

/** Codes of Factiva's fields, as its "full article plus indexing" writes them beside or above each field. */
const code = /^(?:CLM|SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)$/

/** Exports of Factiva with a code for each field: HD for the headline, SN for the outlet, LP and TD for the text. */
export const factivaFields: PressForm = {
  name: 'Factiva',
  ends: blocks =>
    blocks.flatMap(({ text }, i) =>
      text.length <= 60 && documentNumber.test(text) && blocks[i - 1]?.text === 'AN' ? [i + 1] : [],
    ),
  read(segment, isFirst) {
    const fields = fieldsOf(segment)
    const at = (name: string) => fields.find(([field]) => field === name)?.[1]
    const headlineAt = at('HD')
    const bodyAt = at('LP') ?? at('TD')
    if (headlineAt === undefined || bodyAt === undefined || at('PD') === undefined || at('SN') === undefined)
      return null
    const value = (name: string) => showBidiControls(segment[at(name) ?? -1]?.text ?? '').slice(0, 1000)
    let open = ''
    const blocks = segment.map((block, i): DraftBlock => {
      const isCode = code.test(block.text)
      if (isCode) open = block.text
      if (i === headlineAt) return { ...block, kind: 'heading' }
      const furniture = block.furniture ?? (isCode ? 'Press database: label' : reason(open, isFirst))
      return furniture ? { ...block, furniture } : { ...block }
    })
    return {
      blocks,
      findings: {
        title: { value: value('HD') || 'Untitled', from },
        byline: found(value('BY').replace(/^by:? /i, ''), from),
        publisher: found(value('SN').slice(0, 300), from),
        publishedOn: found(calendarDate(value('PD')), from),
        language: found(languageNamed(value('LA')), from),
        section: found(value('SE').slice(0, 300), from),
      },
    }
  },
}

/** Each field's code and where its words begin. */
function fieldsOf(segment: readonly DraftBlock[]): [field: string, at: number][] {
  return segment.flatMap(({ text }, i) => {
    const next = segment[i + 1]
    return code.test(text) && next && !code.test(next.text) ? [[text, i + 1]] : []
  })
}

/** Why words of a field are furniture; null for the article's own. */
function reason(field: string, isFirst: boolean): string | null {
  if (field === '') return isFirst ? coverPage : 'Press database: line between articles'
  return field in reasons ? reasons[field]! : 'Press database: field'
}

const reasons: Record<string, string | null> = {
  HD: null,
  LP: null,
  TD: null,
  BY: 'Byline',
  PD: 'Date of publication',
  SN: 'Name of the publisher',
  SE: 'Press database: section',
  WC: 'Press database: length',
  AN: 'Press database: number of the document',
}

/** Tables of fields, a code and its words in each row, as blocks of their own; all other blocks as they are. */
export function fieldLines(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.flatMap(block => {
    if (block.kind !== 'table' || block.furniture) return [block]
    const rows = block.text.split('\n').map(row => row.split('\t'))
    const isFields = rows.every(([name = '']) => code.test(name)) && rows.some(([name]) => name === 'HD')
    return isFields
      ? rows.flat().flatMap((text): DraftBlock[] => (text ? [{ kind: 'paragraph', text }] : []))
      : [block]
  })
}
