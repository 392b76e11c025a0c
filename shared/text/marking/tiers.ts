/** A tier of the classification policy; `null` where a text names none. */
export type Tier = 'OFFICIAL' | 'SECRET' | 'TOP SECRET'

/** The columns of the validity matrix, lowest first. `-SENSITIVE` is a marking added to OFFICIAL, and no tier. */
export const levels = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const
export type Level = (typeof levels)[number]

/** The column that a tier and its `-SENSITIVE` stand in; null where there is none, as for SECRET-SENSITIVE. */
export function levelOf(tier: Tier | null, isSensitive: boolean): Level | null {
  if (!isSensitive) return tier
  return tier === 'OFFICIAL' ? 'OFFICIAL-SENSITIVE' : null
}

/** Whether this is a level that Despatch keeps only where a setting says that it may. */
export const isAboveOfficial = (level: Level): boolean => level.endsWith('SECRET')
