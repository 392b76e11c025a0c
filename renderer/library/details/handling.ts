import type { Handling } from '../../../shared/contract/index.ts'
import { calendarDate } from '../../../shared/text/calendarDate.ts'
import { writtenDay } from '../../ui/dates.ts'

export type HandlingField = keyof Handling
/** Handling as it stands in the fields: an empty one says that nobody has said it yet. */
export type TypedHandling = Record<HandlingField, string>

export const handlingFields: readonly {
  key: HandlingField
  label: string
  most: number
  description: string
}[] = [
  {
    key: 'purpose',
    label: 'Purpose',
    most: 500,
    description: 'Why it is kept, such as “Small boats submission, December 2024”.',
  },
  {
    key: 'lawfulBasis',
    label: 'Lawful basis',
    most: 200,
    description: 'For the personal data in it. For a department this is most often “Public task”.',
  },
  {
    key: 'licence',
    label: 'Licence note',
    most: 1000,
    description: 'The licence under which it may be copied. A pack prints it beside the article.',
  },
  {
    key: 'retainUntil',
    label: 'Keep until',
    most: 40,
    description: 'A date, such as “14 December 2027”. Nothing is removed by itself.',
  },
]

export const typedHandling = ({ purpose, lawfulBasis, licence, retainUntil }: Handling): TypedHandling => ({
  purpose: purpose ?? '',
  lawfulBasis: lawfulBasis ?? '',
  licence: licence ?? '',
  retainUntil: retainUntil ? writtenDay(retainUntil) : '',
})

/** What a field that was typed in means: null for an empty one. */
export function readHandling(key: HandlingField, typed: string): string | null {
  const written = typed.trim()
  if (written === '') return null
  return key === 'retainUntil' ? calendarDate(written) : written
}

/** Only what differs from what was there. */
export function changedHandling(was: Handling, typed: TypedHandling): Partial<Handling> {
  const read = handlingFields.map(({ key }) => [key, readHandling(key, typed[key])] as const)
  return Object.fromEntries(read.filter(([key, value]) => value !== was[key]))
}

/** What is wrong with a field, in words; null when nothing is. */
export const handlingError = (key: HandlingField, typed: string): string | null =>
  key === 'retainUntil' && typed.trim() !== '' && calendarDate(typed) === null
    ? 'Write the date as “14 December 2027”.'
    : null

/** What several articles share of a field; `isVarious` when they differ. */
export function sharedHandling(
  all: readonly Handling[],
): Record<HandlingField, { value: string; isVarious: boolean }> {
  const typed = all.map(typedHandling)
  const shared = (key: HandlingField) => {
    const values = new Set(typed.map(each => each[key]))
    return values.size > 1
      ? { value: '', isVarious: true }
      : { value: [...values][0] ?? '', isVarious: false }
  }
  return {
    purpose: shared('purpose'),
    lawfulBasis: shared('lawfulBasis'),
    licence: shared('licence'),
    retainUntil: shared('retainUntil'),
  }
}
