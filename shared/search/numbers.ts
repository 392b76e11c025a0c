import { classAt, isInWord } from './characters.ts'

/** A number in digits as it stands in a text. Offsets are UTF-16 code units, ends exclusive. */
export interface WrittenNumber {
  end: number
  /** As written, without what groups its digits: "34500", "1.2". */
  digits: string
  /** What makes it a sum or share, when something does. */
  measure: Measure | null
}

export interface Measure {
  /** What the number means: "n:1200000000", "n:5%". */
  value: string
  /** Of the sign or short form that stands for words: "bn" for "billion", "%" for "per cent". Null when they are words. */
  short: { start: number; end: number; words: string[] } | null
  /** Where number and measure end. */
  end: number
}

/** The words that multiply a number, as tens. */
export const magnitudes: Record<string, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }

const shortMagnitudes: Record<string, string> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  mln: 'million',
  bn: 'billion',
  tn: 'trillion',
  trn: 'trillion',
}

/** Groups of three by commas or by the spaces that do not break, the same throughout: "34,500" but not "2023,500". */
const grouped = /\d{1,3}([,\u00a0\u2009\u202f])\d{3}(?:\1\d{3}){0,6}(?!\d)/y
const ungrouped = /\d+/y
/** Not that of "16.12.2024" or "1.2.3". */
const fraction = /\.\d{1,32}(?!\.?\d)/y
const magnitudeAfter =
  /(?:[ \u00a0\u202f-]?(thousand|million|billion|trillion)s?|[ \u00a0\u202f]?(bn|tn|trn|mn|mln)|([mk]))/iy
const percentAfter = /(?:[ \u00a0\u202f]?([%％٪])|[ \u00a0-]?(percent|pc)|[ \u00a0\n-]per[ \u00a0\n-]cent)/iy
/** What a measure begins with, past one space or hyphen: most numbers have none, and this is soon seen. */
const mayBeginMeasure = /[%％٪pbtmk]/i

/** The number whose first digit (0 to 9) stands at an offset. */
export function numberAt(text: string, at: number): WrittenNumber {
  const whole = (matchAt(grouped, text, at) ?? matchAt(ungrouped, text, at))![0]
  let end = at + whole.length
  const isDottedOn = text[at - 1] === '.' && /\d/.test(text[at - 2] ?? '')
  const decimals = isDottedOn ? '' : (matchAt(fraction, text, end)?.[0] ?? '')
  end += decimals.length
  const digits = whole.replace(/\D/g, '') + decimals
  return { end, digits, measure: digits.length <= 32 ? measureAt(text, end, digits) : null }
}

function measureAt(text: string, at: number, digits: string): Measure | null {
  if (!mayBeginMeasure.test(text.slice(at, at + 2))) return null
  const percent = matchAt(percentAfter, text, at)
  if (percent && (percent[1] || !isInWord(classAt(text, at + percent[0].length)))) {
    const end = at + percent[0].length
    const sign = percent[1] ?? percent[2]
    const short = sign ? { start: end - sign.length, end, words: ['per', 'cent'] } : null
    return { value: `n:${shifted(digits, 0)}%`, short, end }
  }
  const magnitude = matchAt(magnitudeAfter, text, at)
  if (!magnitude || isInWord(classAt(text, at + magnitude[0].length))) return null
  const end = at + magnitude[0].length
  const abbreviation = magnitude[2] ?? magnitude[3]
  const word = abbreviation ? shortMagnitudes[abbreviation.toLowerCase()]! : magnitude[1]!.toLowerCase()
  const short = abbreviation ? { start: end - abbreviation.length, end, words: [word] } : null
  return { value: `n:${shifted(digits, magnitudes[word]!)}`, short, end }
}

/** Decimal digits times a power of ten, in their shortest form; in text, for 1.2 billion has no exact half way. */
function shifted(digits: string, tens: number): string {
  if (!digits.includes('.')) return digits.replace(/^0+(?=\d)/, '') + '0'.repeat(tens)
  const [whole = '', decimals = ''] = digits.split('.')
  const padded = decimals.padEnd(tens, '0')
  const integer = (whole + padded.slice(0, tens)).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(tens).replace(/0+$/, '')
  return rest === '' ? integer : `${integer}.${rest}`
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}
