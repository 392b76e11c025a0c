import type { Marking } from './marking.ts'
import { matrix } from './matrix.ts'
import { oldTierIn, replacedBy } from './oldMarkings.ts'
import { inCapitals, partsOf } from './partsOf.ts'
import { centralPolicy, type SiteMarkings } from './siteMarkings.ts'
import type { Tier } from './tiers.ts'

/** Takes a marking apart, however it was typed. Any text is parsed; what is in no list stands among `others`. */
export function parseMarking(text: string, site: SiteMarkings = centralPolicy): Marking {
  const marking: Marking = {
    isUk: false,
    tier: null,
    isSensitive: false,
    instructions: [],
    descriptors: [],
    codewords: [],
    caveats: [],
    others: [],
  }
  const parts = withoutTier(inCapitals(text), marking)
  for (const part of parts.flatMap(part => withoutSensitive(part, marking))) {
    const [kind, words] = classify(part, site)
    if (!marking[kind].includes(words)) marking[kind].push(words)
  }
  return marking
}

const TIER = /^(UK[ \-–—]+)?(TOP SECRET|SECRET|OFFICIAL)(?![\p{L}\p{N}])/u

/** Takes the first tier out of the text, wherever it stands, and gives the other parts. */
function withoutTier(text: string, marking: Marking): string[] {
  const parts = TIER.test(text) ? [text] : partsOf(text)
  const at = parts.findIndex(part => TIER.test(part))
  if (at < 0) return parts
  const [head, uk, tier] = TIER.exec(parts[at]!)!
  marking.isUk = uk !== undefined
  marking.tier = tier as Tier
  return [...parts.slice(0, at), ...partsOf(parts[at]!.slice(head.length)), ...parts.slice(at + 1)]
}

/** `-SENSITIVE` belongs to the tier, however the two were joined. */
function withoutSensitive(part: string, marking: Marking): string[] {
  const found = marking.tier === null ? null : /^SENSITIVE(?![\p{L}\p{N}])/u.exec(part)
  if (!found) return [part]
  marking.isSensitive = true
  return partsOf(part.slice(found[0].length)).flatMap(rest => withoutSensitive(rest, marking))
}

type Kind = 'instructions' | 'descriptors' | 'codewords' | 'caveats' | 'others'

/** What sort of part this is, and its words as they are to be written. */
function classify(part: string, site: SiteMarkings): [kind: Kind, words: string] {
  if (/(?:^|[ /])EYES ONLY$/.test(part)) return ['caveats', part.replace(/ ?\/ ?/g, '/')]
  if (/(?:^| )USE ONLY$/.test(part)) return ['instructions', part]
  const known = central.get(part)
  if (known) return known
  if (oldTierIn(part)) return ['others', part]
  if (site.instructions.includes(part)) return ['instructions', part]
  if (site.descriptors.includes(part)) return ['descriptors', part]
  if (replacedBy(part)) return ['others', part]
  const isOneWord = /^\p{L}+$/u.test(part) && !/^(?:OFFICIAL|SECRET|SENSITIVE|UK)$/.test(part)
  return [isOneWord ? 'codewords' : 'others', part]
}

const central = new Map<string, [Kind, string]>()
for (const { kind, name } of Object.values(matrix)) {
  if (kind === 'instruction') central.set(name, ['instructions', name])
  if (kind === 'descriptor') central.set(name, ['descriptors', name])
}
for (const words of ['LPP', 'LEGAL PROFESSIONAL PRIVILEGE (LPP)']) {
  central.set(words, ['descriptors', words])
}
for (const words of ['HR/MANAGEMENT', 'HR', 'MANAGEMENT']) {
  central.set(words, ['descriptors', matrix.hrManagement.name])
}
