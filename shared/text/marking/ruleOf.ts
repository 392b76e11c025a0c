import type { Marking } from './marking.ts'
import { type MarkingRule, matrix } from './matrix.ts'

/** What the matrix says of an instruction or a descriptor; null for one that an organisation has laid down itself. */
export function ruleOf(words: string): MarkingRule | null {
  if (words === matrix.hmgUseOnly.name) return matrix.hmgUseOnly
  if (/(?:^| )USE ONLY$/.test(words)) return matrix.useOnly
  if (/^LPP$|^LEGAL PROFESSIONAL PRIVILEGE\b/.test(words)) return matrix.legalPrivilege
  return central.get(words) ?? null
}

const central = new Map<string, MarkingRule>(Object.values(matrix).map(rule => [rule.name, rule]))

/** The parts of a marking that the matrix has a row for, in the order in which they are written. */
export function ruledParts(marking: Marking): { words: string; rule: MarkingRule }[] {
  const { isUk, instructions, descriptors, codewords, caveats } = marking
  return [
    ...(isUk ? [{ words: 'UK', rule: matrix.ukPrefix }] : []),
    ...[...instructions, ...descriptors].flatMap(words => {
      const rule = ruleOf(words)
      return rule ? [{ words, rule }] : []
    }),
    ...codewords.map(words => ({ words, rule: matrix.codeword })),
    ...caveats.map(words => ({ words, rule: matrix.caveat })),
  ]
}
