/** The markings offered to a draft. Others may be typed. */
export const offeredMarkings: readonly string[] = [
  'OFFICIAL',
  'OFFICIAL - FOR PUBLIC RELEASE',
  'OFFICIAL - HMG USE ONLY',
  'OFFICIAL - PERSONAL DATA',
  'OFFICIAL - COMMERCIAL',
  'OFFICIAL - LEGAL',
  'OFFICIAL-SENSITIVE',
  'OFFICIAL-SENSITIVE - RECIPIENTS ONLY',
  'OFFICIAL-SENSITIVE - HMG USE ONLY',
  'OFFICIAL-SENSITIVE - PERSONAL DATA',
  'OFFICIAL-SENSITIVE - COMMERCIAL',
  'OFFICIAL-SENSITIVE - MARKET SENSITIVE',
  'OFFICIAL-SENSITIVE - LEGAL PROFESSIONAL PRIVILEGE',
  'OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA',
]

/**
 * Says in words what is doubtful about a marking; null when nothing is. It never forbids: organisations may
 * define instructions and descriptors of their own. Rules: Government Security Classifications Policy, Cabinet
 * Office, 5 August 2024, paragraphs 4, 5, 23 and 25 and the figures on pages 16 to 23.
 */
export function checkMarking(marking: string): string | null {
  const text = marking.trim()
  if (text === '') return 'There is no marking. Every page should carry one, such as OFFICIAL.'
  if (text !== text.toUpperCase()) return `Markings are written in capitals: ${text.toUpperCase()}.`
  if (OLD.test(text))
    return 'This marking is no longer in use. The tiers are OFFICIAL, SECRET and TOP SECRET.'
  if (/OFFICIAL(?:\s*:\s*|\s+-?\s*|-\s+)SENSITIVE/.test(text)) {
    return 'Write OFFICIAL-SENSITIVE with a hyphen and no spaces.'
  }
  const [first = '', ...rest] = text.split(' - ')
  const tier = first.replace(/^UK /, '')
  if (!/^(?:OFFICIAL(?:-SENSITIVE)?|SECRET|TOP SECRET)$/.test(tier)) {
    return /[-–—:,/]\s*\S/.test(first) && /^(?:UK )?(?:OFFICIAL|SECRET|TOP SECRET)/.test(first)
      ? 'Put a space, a hyphen and a space between the parts, as in OFFICIAL - HMG USE ONLY.'
      : 'A marking begins with its tier: OFFICIAL, OFFICIAL-SENSITIVE, SECRET or TOP SECRET.'
  }
  if (tier.endsWith('SECRET')) {
    return `${tier} material must not be kept or drafted on a system that is not cleared for it.`
  }
  return rest.map(part => doubtAbout(part, tier)).find(doubt => doubt !== null) ?? null
}

const OLD = /\b(?:PROTECT|RESTRICTED|CONFIDENTIAL|UNCLASSIFIED|NOT PROTECTIVELY MARKED|LIMDIS)\b/

function doubtAbout(part: string, tier: string): string | null {
  if (part === 'FOR PUBLIC RELEASE' && tier === 'OFFICIAL-SENSITIVE') {
    return 'What is OFFICIAL-SENSITIVE is not for public release. Use OFFICIAL - FOR PUBLIC RELEASE.'
  }
  if (part === 'RECIPIENTS ONLY' && tier === 'OFFICIAL') {
    return 'RECIPIENTS ONLY goes with OFFICIAL-SENSITIVE, not with OFFICIAL alone.'
  }
  if (/EYES ONLY$/.test(part)) return 'A national caveat such as UK EYES ONLY is for SECRET and above.'
  if (part === 'PERSONAL') return 'This marking is now PERSONAL DATA.'
  if (part.trim() === '') return 'There is nothing after the last hyphen.'
  return null
}
