import type { ImportLine } from '../../../shared/contract/index.ts'

export type Outcome = ImportLine['outcome']

/** What became of a source, in the order in which it wants attention. */
export const outcomes: readonly { value: Outcome; label: string }[] = [
  { value: 'refused', label: 'Not added' },
  { value: 'version', label: 'New version' },
  { value: 'duplicate', label: 'Already there' },
  { value: 'added', label: 'Added' },
]

export const outcomeLabel = (outcome: Outcome): string =>
  outcomes.find(({ value }) => value === outcome)?.label ?? outcome

export type OutcomeCounts = Partial<Record<Outcome, number>>

export function countOutcomes(lines: readonly ImportLine[]): OutcomeCounts {
  const counts: OutcomeCounts = {}
  for (const { outcome } of lines) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

export function addedCounts(one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts {
  const both = outcomes.map(({ value }) => [value, (one[value] ?? 0) + (other[value] ?? 0)] as const)
  return Object.fromEntries(both.filter(([, count]) => count > 0))
}

/** "5 articles added, 1 not added". */
export function outcomesInWords({
  added = 0,
  version = 0,
  duplicate = 0,
  refused = 0,
}: OutcomeCounts): string {
  const parts = [
    added > 0 && `${number(added)} ${added === 1 ? 'article' : 'articles'} added`,
    version > 0 && `${number(version)} new ${version === 1 ? 'version' : 'versions'}`,
    duplicate > 0 && `${number(duplicate)} already there`,
    refused > 0 && `${number(refused)} not added`,
  ].filter(part => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'Nothing was added'
}

const number = (count: number) => count.toLocaleString('en-GB')
