import type { SourceKind } from './detectKind.ts'

/** The most bytes a source may have that is text as it stands: a hundred novels, and what a reader can hold in memory. */
const textLimit = 20 * 1024 * 1024
/** The most bytes of any other: most of them is pictures. */
const otherLimit = 64 * 1024 * 1024

const textKinds: ReadonlySet<SourceKind> = new Set(['text', 'markdown', 'html', 'ris', 'bibtex', 'csl'])

/** The most bytes that a source of this kind may have. */
export const sourceLimit = (kind: SourceKind): number => (textKinds.has(kind) ? textLimit : otherLimit)
