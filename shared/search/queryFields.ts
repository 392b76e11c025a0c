import { HighlightKind } from '../contract/highlight.ts'
import type { Filter, TextField } from './query.ts'
import { dayAfter, readDays } from './queryDates.ts'

/** The fields that may be typed before a colon, with what each says of a hit. */
export const queryFields = {
  title: 'words in the title',
  by: 'words in the byline',
  byline: 'words in the byline',
  publisher: 'words in the publisher’s name',
  tag: 'articles with a tag',
  type: 'articles, highlights, notes or packs',
  after: 'published after a day',
  before: 'published before a day',
  on: 'published on a day, or in a month or year',
  has: 'with highlights, notes or versions',
  kind: 'with highlights of a kind',
  cited: 'cited in a pack, or not',
  marking: 'with a protective marking',
} as const

export type QueryField = keyof typeof queryFields

/** The values of the fields that have few, as they are offered. */
export const fieldValues = {
  type: ['article', 'highlight', 'note', 'pack'],
  has: ['highlight', 'note', 'version'],
  kind: HighlightKind.options,
  cited: ['yes', 'no'],
} as const

const textFields: Record<string, TextField> = {
  title: 'title',
  by: 'byline',
  byline: 'byline',
  publisher: 'publisher',
}

/** The field of a text that a lower-case name stands for, if it does. */
export function textFieldOf(name: string): TextField | null {
  return Object.hasOwn(textFields, name) ? textFields[name]! : null
}

/** Whether the value of a field is a date, which may run on over several words. */
export function isDateField(name: string): name is 'after' | 'before' | 'on' {
  return name === 'after' || name === 'before' || name === 'on'
}

/** What "name:value" asks for; null when the name is not known or the value makes no sense for it. */
export function readFilter(name: string, written: string, today: string): Filter | null {
  const text = written.trim()
  if (text === '') return null
  if (isDateField(name)) return dateFilter(name, text, today)
  if (name === 'tag' || name === 'marking') return { kind: name, value: text, isNot: false }
  const value = text.toLowerCase()
  if (name === 'cited') return { kind: 'cited', value: yesOrNo[value] ?? text, isNot: false }
  const type = name === 'type' && fieldValues.type.find(known => isNamed(known, value))
  if (type) return { kind: 'type', value: type, isNot: false }
  const has = name === 'has' && fieldValues.has.find(known => isNamed(known, value))
  if (has) return { kind: 'has', value: has, isNot: false }
  const kind = name === 'kind' && fieldValues.kind.find(known => isNamed(known, value.replace(/\s/g, '-')))
  if (kind) return { kind: 'highlightKind', value: kind, isNot: false }
  return null
}

const yesOrNo: Partial<Record<string, boolean>> = Object.assign(Object.create(null), {
  yes: true,
  true: true,
  no: false,
  false: false,
})

function isNamed(known: string, value: string): boolean {
  return value === known || value === `${known}s`
}

/** "After" and "before" leave out the days named: after 2024 begins with 2025. */
function dateFilter(name: 'after' | 'before' | 'on', text: string, today: string): Filter | null {
  const days = readDays(text, today)
  if (!days) return null
  if (name === 'after') return { kind: 'date', from: dayAfter(days.to, 1), to: null, isNot: false }
  if (name === 'before') return { kind: 'date', from: null, to: dayAfter(days.from, -1), isNot: false }
  return { kind: 'date', ...days, isNot: false }
}
