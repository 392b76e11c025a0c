import type { Marking } from './marking.ts'

/**
 * Writes a marking in the order that holds for every pair of its parts: prefix, tier, handling instruction,
 * descriptor, codeword, national caveat; in capitals, with a space, a hyphen and a space between. Source: the figures
 * on pages 16 to 23 of the Government Security Classifications Policy, 5 August 2024.
 */
export function writeMarking(marking: Marking): string {
  const { isUk, tier, isSensitive, instructions, descriptors, codewords, caveats, others } = marking
  const first = tier === null ? others : [`${isUk ? 'UK ' : ''}${tier}${isSensitive ? '-SENSITIVE' : ''}`]
  const rest = tier === null ? [] : others
  return [...first, ...instructions, ...descriptors, ...rest, ...codewords, ...[...caveats].sort()].join(
    ' - ',
  )
}
