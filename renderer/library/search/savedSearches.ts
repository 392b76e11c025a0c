export interface SavedSearch {
  name: string
  words: string
  /** When it was last opened, an ISO instant. */
  seenAt: string
  /** How many it found then. */
  seenTotal: number
}

/** What the setting holds; what is not as it should be is left out. */
export function readSaved(kept: unknown): SavedSearch[] {
  return Array.isArray(kept) ? kept.filter(isSaved).slice(0, mostSaved) : []
}

const mostSaved = 200

function isSaved(each: unknown): each is SavedSearch {
  const saved = each as Partial<SavedSearch> | null
  return (
    typeof saved?.name === 'string' &&
    typeof saved.words === 'string' &&
    typeof saved.seenAt === 'string' &&
    Number.isInteger(saved.seenTotal)
  )
}

/** With one more at the end of the alphabet it stands in; one of the same name is replaced. */
export function withSaved(all: readonly SavedSearch[], saved: SavedSearch): SavedSearch[] {
  return [...all.filter(({ name }) => name !== saved.name), saved].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB', { numeric: true }),
  )
}

/** What has changed since it was last opened: "3 more than last time". */
export function changeInWords({ seenTotal }: SavedSearch, total: number): string {
  const change = total - seenTotal
  if (change === 0) return 'nothing new'
  const by = Math.abs(change).toLocaleString('en-GB')
  return change > 0 ? `${by} more than last time` : `${by} fewer than last time`
}
