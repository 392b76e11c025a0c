import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import type { Run } from './block.ts'
import type { Typesetting } from './typesetting.ts'

/** A footnote's number in the text, with the note that goes to the foot of its page. */
export function footnoteRuns(node: DocumentNode, { places }: Typesetting): Run[] {
  const label = places.get(node)?.label ?? ''
  const number = label.padStart(5, '0')
  const text = typeof node.attrs?.text === 'string' ? node.attrs.text.trim() : ''
  return [
    {
      text: label,
      raised: true,
      note: { label, runs: [{ text }], anchor: `note-${number}`, back: `noted-${number}` },
    },
  ]
}
