import type { ImportLine } from '../../../shared/contract/index.ts'
import { type Outcome, outcomes } from './outcomes.ts'

/** What needs attention comes first; else as they came. */
export const sortedLines = (lines: readonly ImportLine[]): ImportLine[] =>
  outcomes.flatMap(({ value }) => lines.filter(({ outcome }) => outcome === value))

/** The lines of an outcome (null: of any) that hold every word typed, in whatever part and whatever case. */
export function shownLines(
  lines: readonly ImportLine[],
  outcome: Outcome | null,
  typed: string,
): ImportLine[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(line => {
    if (outcome !== null && line.outcome !== outcome) return false
    const text = `${line.title ?? ''}\n${line.path}\n${line.reason ?? ''}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}
