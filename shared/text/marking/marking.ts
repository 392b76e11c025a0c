import type { Tier } from './tiers.ts'

/** A marking taken apart. All words are in capitals; a list holds nothing twice. */
export interface Marking {
  /** Whether it begins with UK, as on what is sent to another government. */
  isUk: boolean
  /** Null where none is named. */
  tier: Tier | null
  isSensitive: boolean
  /** Handling instructions of the policy or of the organisation: RECIPIENTS ONLY, HOME OFFICE USE ONLY. */
  instructions: string[]
  descriptors: string[]
  codewords: string[]
  /** National caveats: UK EYES ONLY. */
  caveats: string[]
  /** What is none of these, among it markings no longer in use. */
  others: string[]
}
