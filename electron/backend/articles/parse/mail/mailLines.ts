import type { DraftBlock } from '../draftBlock.ts'
import { joinWrappedLines } from '../text/joinWrappedLines.ts'

/** What begins a signature, in a line by itself (RFC 3676, 4.3; mail programs lose its space). */
export const signatureMark = '--'

/** The paragraphs of a plain message: what it quotes with ">" as quotations, the mark before a signature by itself. */
export function mailLines(text: string): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let run: string[] = []
  let isQuoted = false
  const finish = (): void => {
    const kind = isQuoted ? { kind: 'quotation' as const } : {}
    for (const block of joinWrappedLines(run.join('\n'))) blocks.push({ ...block, ...kind })
    run = []
  }
  for (const line of text.split('\n')) {
    const [quoting = ''] = /^(?:>[ \t]?){1,50}/.exec(line) ?? []
    if ((quoting !== '') !== isQuoted) {
      finish()
      isQuoted = quoting !== ''
    }
    if (!isQuoted && line.trimEnd() === signatureMark) {
      finish()
      blocks.push({ kind: 'paragraph', text: signatureMark })
    } else run.push(line.slice(quoting.length))
  }
  finish()
  return blocks
}
