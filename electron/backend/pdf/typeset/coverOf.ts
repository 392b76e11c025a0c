import type { BriefingHead } from '../../../../shared/document/briefing.ts'
import type { PackEdition } from '../../../../shared/document/editions.ts'
import type { Cover } from './block.ts'

/** The cover of a pack: its title, whom it is for, whom it is from, its day and reference, and which pack it is. */
export function coverOf(title: string, head: BriefingHead, edition: PackEdition): Cover {
  const lines = [
    head.to && `For: ${head.to}`,
    head.from && `From: ${head.from}`,
    head.date,
    head.reference && `Reference: ${head.reference}`,
    edition === 'core' && 'Core pack: the full pack has further annexes',
  ]
  return {
    kind: 'cover',
    title: [{ text: title }],
    lines: lines
      .filter(line => typeof line === 'string' && line.trim() !== '')
      .map(text => [{ text: oneLine(text as string) }]),
    where: 'the cover',
  } as Cover
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
