import { fieldValues, isDateField, type QueryField, queryFields } from './queryFields.ts'
import { foldForm } from './terms.ts'

/** What may be typed next: `insert` stands for what is between `from` and `to` (UTF-16 code units). */
export interface Completion {
  insert: string
  from: number
  to: number
  label: string
  hint: string
}

/** What of the archive is known by name. */
export interface KnownNames {
  tags: readonly string[]
  publishers: readonly string[]
  packs: readonly string[]
}

/** The most that is offered at a time. */
const offered = 12
const offeredDays = [
  'today',
  'yesterday',
  'this week',
  'last week',
  'this month',
  'last month',
  'this year',
  'last year',
]

/**
 * Names of fields for the word at the caret, or values for the field it names; all fields where nothing is typed
 * yet. Names that begin with what is typed come before those that have it at the beginning of a later word.
 */
export function completeQuery(typed: string, caret: number, known: KnownNames): Completion[] {
  const at = Math.min(Math.max(0, Math.trunc(caret) || 0), typed.length)
  const from = pieceStart(typed, at)
  if (from === null) return []
  const piece = typed.slice(from, at)
  const colon = /^\p{L}+:/u.exec(piece)?.[0].length
  if (!colon) return typed.trim() !== '' && piece === '' ? [] : fieldNames(piece, from, at)
  const name = piece.slice(0, colon - 1).toLowerCase()
  if (!Object.hasOwn(queryFields, name)) return []
  const field = name as QueryField
  const value = piece.slice(colon)
  return matching(valuesOf(field, known), value.replace(/^["“”]/, ''))
    .slice(0, offered)
    .map(label => ({
      insert: `${name}:${quoted(label)} `,
      from,
      to: valueEnd(typed, at, value),
      label,
      hint: queryFields[field],
    }))
}

/** Where the word, or the field with its quoted value, begins that the caret stands in or after; null within a phrase. */
function pieceStart(typed: string, caret: number): number | null {
  let start = 0
  let quote = -1
  for (let i = 0; i < caret; i++) {
    if (/["“”]/.test(typed[i]!)) quote = quote < 0 ? i : -1
    if (quote < 0 && /[\s()|]/.test(typed[i]!)) start = i + 1
  }
  if (quote >= 0 && !typed.slice(start, quote).endsWith(':')) return null
  return typed[start] === '-' && start < caret ? start + 1 : start
}

function fieldNames(piece: string, from: number, to: number): Completion[] {
  return Object.entries(queryFields)
    .filter(([name]) => name.startsWith(piece.toLowerCase()))
    .map(([name, hint]) => ({ insert: `${name}:`, from, to, label: `${name}:`, hint }))
}

function valuesOf(field: QueryField, known: KnownNames): readonly string[] {
  if (isDateField(field)) return offeredDays
  if (field === 'tag') return known.tags
  if (field === 'publisher') return known.publishers
  if (field === 'cited') return [...fieldValues.cited, ...known.packs]
  return Object.hasOwn(fieldValues, field) ? fieldValues[field as keyof typeof fieldValues] : []
}

function matching(names: readonly string[], value: string): string[] {
  const wanted = foldPhrase(value)
  const first: string[] = []
  const later: string[] = []
  for (const name of names) {
    const folded = foldPhrase(name)
    if (folded.startsWith(wanted)) first.push(name)
    else if (folded.includes(` ${wanted}`)) later.push(name)
  }
  return [...first, ...later]
}

function foldPhrase(text: string): string {
  return text.slice(0, 200).split(/\s+/u).map(foldForm).join(' ')
}

/** To the end of the word, or past the closing quote. */
function valueEnd(typed: string, caret: number, value: string): number {
  if (!/^["“”]/.test(value)) return caret + /^[^\s()|"“”]*/.exec(typed.slice(caret))![0].length
  if (/["“”]$/.test(value) && value.length > 1) return caret
  const rest = /["“”]/.exec(typed.slice(caret))
  return rest ? caret + rest.index + 1 : typed.length
}

/** In quotes unless it is one plain word. A quote cannot stand within quotes, and as a space it is still found. */
function quoted(value: string): string {
  return /^[\p{L}\p{N}]+(?:[-’'&.][\p{L}\p{N}]+)*$/u.test(value)
    ? value
    : `"${value.replace(/["“”„‟＂]/g, ' ').trim()}"`
}
