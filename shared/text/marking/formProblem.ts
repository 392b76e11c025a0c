import type { Marking } from './marking.ts'
import { inCapitals } from './partsOf.ts'
import { writeMarking } from './writeMarking.ts'

/** What is wrong with how a marking is written, rather than with what it says: nothing, or the first such thing. */
export function formProblem(text: string, marking: Marking): string[] {
  const typed = text.trim()
  const written = writeMarking(marking)
  if (typed === written || written === '') return []
  if (typed !== typed.toUpperCase()) return [`Markings are written in capitals: ${written}.`]
  if (/[-–—]$/.test(typed)) return ['There is nothing after the last hyphen. Remove it.']
  if (
    marking.tier === 'OFFICIAL' &&
    marking.isSensitive &&
    !/OFFICIAL-SENSITIVE(?![\p{L}\p{N}])/u.test(typed)
  ) {
    return [`Write OFFICIAL-SENSITIVE with a hyphen and no spaces: ${written}.`]
  }
  const isInOrder = squeezed(typed) === squeezed(written)
  return [
    isInOrder
      ? `Put a space, a hyphen and a space between the parts: ${written}.`
      : `The policy has its parts in another order, each once and in full. Write ${written}.`,
  ]
}

const squeezed = (text: string): string => inCapitals(text).replace(/[^\p{L}\p{N}]/gu, '')
