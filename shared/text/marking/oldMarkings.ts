/** Markings that the policy of 2024 no longer has, and what to write instead. */
const oldTiers: readonly [words: string, instead: string][] = [
  ['NOT PROTECTIVELY MARKED', 'OFFICIAL'],
  ['UNCLASSIFIED', 'OFFICIAL'],
  ['PROTECT', 'OFFICIAL or OFFICIAL-SENSITIVE'],
  ['RESTRICTED', 'OFFICIAL or OFFICIAL-SENSITIVE'],
  ['CONFIDENTIAL', 'OFFICIAL-SENSITIVE or a higher tier'],
]

const oldParts: readonly [words: string, instead: string][] = [
  ['PERSONAL', 'PERSONAL DATA'],
  ['LIMDIS', 'RECIPIENTS ONLY'],
]

/** The old tier that a part begins with, and what its creator may write instead; null where there is none. */
export function oldTierIn(part: string): { words: string; instead: string } | null {
  const bare = part.replace(/^UK /, '')
  const found = oldTiers.find(([words]) => bare === words || bare.startsWith(`${words} `))
  return found ? { words: found[0], instead: found[1] } : null
}

/** What an old instruction or descriptor is called now; null where it is none. */
export const replacedBy = (part: string): string | null =>
  oldParts.find(([words]) => words === part)?.[1] ?? null
