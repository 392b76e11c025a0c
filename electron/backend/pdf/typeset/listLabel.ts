import type { List } from './block.ts'

type Numbering = List['numbering']

/** HTML's `type` of an ordered list as PDF names its numbering. */
export const numberingOf = (type: unknown): Numbering =>
  type === 'a'
    ? 'LowerAlpha'
    : type === 'A'
      ? 'UpperAlpha'
      : type === 'i'
        ? 'LowerRoman'
        : type === 'I'
          ? 'UpperRoman'
          : 'Decimal'

/** The label of a list's item: a bullet, or its number in the list's own numbering. */
export function listLabel(numbering: Numbering, number: number): string {
  switch (numbering) {
    case 'None':
      return ''
    case 'Disc':
      return '•'
    case 'Decimal':
      return `${number}.`
    case 'LowerAlpha':
      return `${letters(number).toLowerCase()}.`
    case 'UpperAlpha':
      return `${letters(number)}.`
    case 'LowerRoman':
      return `${roman(number).toLowerCase()}.`
    case 'UpperRoman':
      return `${roman(number)}.`
  }
}

function letters(number: number): string {
  if (number < 1) return String(number)
  const index = number - 1
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26)) + last
}

const romanValues: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  if (number < 1) return String(number)
  let text = ''
  let left = number
  for (const [value, numeral] of romanValues) {
    while (left >= value) {
      text += numeral
      left -= value
    }
  }
  return text
}
