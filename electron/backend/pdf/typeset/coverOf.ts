import type { BriefingHead } from '../../../../shared/document/briefing.ts'
import type { PackEdition } from '../../../../shared/document/editions.ts'
import type { PackLayout } from '../../../../shared/document/layout.ts'
import type { Cover, Standing } from './block.ts'
import { longDate } from './longDate.ts'

/** The cover of a pack: its title, whom it is for, whom it is from, its day and reference, and which pack it is. */
export function coverOf(
  title: string,
  head: BriefingHead,
  edition: PackEdition,
  issued: PackLayout['issued'],
): Cover & Standing {
  const lines = [
    head.to && `For: ${head.to}`,
    head.from && `From: ${head.from}`,
    head.date,
    head.reference && `Reference: ${head.reference}`,
    issued && `Last issued as version ${issued.version} on ${longDate(issued.on)}`,
    edition === 'core' && 'Core pack: the full pack has further annexes',
  ]
  return {
    kind: 'cover',
    title: [{ text: title }],
    lines: lines
      .map(line => oneLine(line || ''))
      .filter(line => line !== '')
      .map(text => [{ text }]),
    where: 'the cover',
  }
}

/** Several addressees stand on lines of their own in the head. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
