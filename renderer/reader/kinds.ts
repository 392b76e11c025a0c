import type { HighlightKind } from '../../shared/contract/index.ts'

/** The kinds of highlight in the order in which they are offered, with what a person calls them. */
export const kinds: readonly { value: HighlightKind; label: string }[] = [
  { value: 'claim', label: 'Claim' },
  { value: 'figure', label: 'Figure' },
  { value: 'quotation', label: 'Quotation' },
  { value: 'background', label: 'Background' },
  { value: 'counter-view', label: 'Counter-view' },
]

export const kindLabel = (kind: HighlightKind): string =>
  kinds.find(({ value }) => value === kind)?.label ?? kind
