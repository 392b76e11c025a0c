import { partsOf } from './partsOf.ts'

/** What an organisation has laid down beyond the central policy, which allows it (pages 18 and 21). */
export interface SiteMarkings {
  /** Further handling instructions and descriptors, in capitals. */
  instructions: readonly string[]
  descriptors: readonly string[]
  /** Whether Despatch and its computer are approved for SECRET and TOP SECRET, as somebody has stated. */
  allowsSecret: boolean
}

/** The central policy alone. */
export const centralPolicy: SiteMarkings = { instructions: [], descriptors: [], allowsSecret: false }

/** The settings that these rules are kept in. */
export const markingSettings = {
  instructions: 'marking.instructions',
  descriptors: 'marking.descriptors',
  allowsSecret: 'marking.allowsSecret',
} as const

/** Reads the rules from the settings of an archive. What is missing there, or makes no sense, is left out. */
export function siteMarkings(settings: Readonly<Record<string, unknown>>): SiteMarkings {
  return {
    instructions: listed(settings[markingSettings.instructions]),
    descriptors: listed(settings[markingSettings.descriptors]),
    allowsSecret: settings[markingSettings.allowsSecret] === true,
  }
}

const listed = (value: unknown): string[] =>
  Array.isArray(value)
    ? [...new Set(value.filter(entry => typeof entry === 'string').flatMap(entry => partsOf(entry)))]
    : []
