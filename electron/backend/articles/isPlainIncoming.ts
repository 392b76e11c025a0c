import { BlockKind, CalendarDate, MetadataField } from '../../../shared/contract/article.ts'
import type { IncomingFile } from './incomingSource.ts'

/**
 * Whether a value is an incoming file with nothing seldom in it, to the letter as `IncomingFile` would give it back. It says
 * what that schema says in a twentieth of the time and makes no copies; where it says no, the schema is to be asked.
 */
export function isPlainIncoming(value: unknown): value is IncomingFile {
  return (
    hasKeys(value, 5) &&
    typeof value.sha256 === 'string' &&
    Number.isSafeInteger(value.bytes) &&
    value.packed instanceof Uint8Array &&
    isList(value.references) &&
    value.references.length === 0 &&
    isList(value.articles) &&
    // A copy has no holes, which `every` would pass over.
    [...value.articles].every(isArticle)
  )
}

type Fields = Record<string, unknown>

/** An object with so many fields of its own: with the known ones all there, none is left over. */
function hasKeys(value: unknown, count: number): value is Fields {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false
  return Object.keys(value).length === count && Object.getOwnPropertySymbols(value).length === 0
}

/** An array without fields of other names, unless it has as many holes. */
const isList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && Object.keys(value).length === value.length

const isArticle = (value: unknown): boolean =>
  hasKeys(value, 3) &&
  typeof value.textSha256 === 'string' &&
  isSketch(value.sketch) &&
  isParsed(value.parsed)

function isSketch(value: unknown): boolean {
  if (!isList(value) || value.length > 64) return false
  for (let i = 0; i < value.length; i++) {
    const hash = value[i]
    if (!Number.isInteger(hash) || (hash as number) < 0 || (hash as number) > 0xffffffff) return false
    if (value.indexOf(hash) !== i) return false
  }
  return true
}

function isParsed(value: unknown): boolean {
  return (
    hasKeys(value, 15) &&
    isFilled(value.title) &&
    isTextOrNull(value.byline) &&
    isTextOrNull(value.publisher) &&
    isDayOrNull(value.publishedOn) &&
    isDayOrNull(value.modifiedOn) &&
    isTextOrNull(value.url) &&
    isTextOrNull(value.canonicalUrl) &&
    isTextOrNull(value.language) &&
    isTextOrNull(value.section) &&
    isEvidence(value.evidence) &&
    value.capturedAt === null &&
    typeof value.encoding === 'string' &&
    value.noText === null &&
    isFilled(value.text) &&
    areBlocks(value.blocks, value.text.length)
  )
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.length > 0
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
const isDayOrNull = (value: unknown): boolean => value === null || CalendarDate.safeParse(value).success

const fields: ReadonlySet<string> = new Set(MetadataField.options)

function isEvidence(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return false
  return Object.entries(value).every(
    ([field, from]) => fields.has(field) && isFilled(from) && from.length <= 200,
  )
}

const kinds: ReadonlySet<unknown> = new Set(BlockKind.options)

/** Blocks in order, inside the text, without overlap. */
function areBlocks(value: unknown, length: number): boolean {
  if (!isList(value) || value.length === 0) return false
  let before = 0
  for (const block of value) {
    const isFurniture = typeof (block as Fields | null)?.furniture === 'string'
    if (!hasKeys(block, isFurniture ? 4 : 3) || !kinds.has(block.kind)) return false
    const { start, end } = block
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false
    if ((start as number) < before || (end as number) <= (start as number) || (end as number) > length)
      return false
    before = end as number
  }
  return true
}
