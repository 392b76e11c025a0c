/** What the policy adds to a row of its matrix, by the row's name. */
export const adviceOn: Readonly<Record<string, { instead?: string; note?: string }>> = {
  'RECIPIENTS ONLY': {
    instead: 'Make it OFFICIAL-SENSITIVE, or leave RECIPIENTS ONLY out.',
    note: 'Needs the recipients by name.',
  },
  'FOR PUBLIC RELEASE': {
    instead: 'Leave it out; a copy cleared for release is OFFICIAL - FOR PUBLIC RELEASE.',
    note: 'Check the quality first, and ask the press office and lawyers where needed.',
  },
  '[ORGANISATION] USE ONLY': { note: 'Names at least one organisation.' },
  'HMG USE ONLY': {
    instead: 'Use RECIPIENTS ONLY, or name the organisations.',
    note: 'Not for external partners.',
  },
  EMBARGOED: {
    instead: 'Leave it out.',
    note: 'Needs its date and time, and the marking that follows.',
  },
  LEGAL: {
    instead: 'If it holds protected legal advice use LEGAL PROFESSIONAL PRIVILEGE; otherwise leave it out.',
    note: 'If it holds protected legal advice, use LEGAL PROFESSIONAL PRIVILEGE.',
  },
  COMMERCIAL: { note: 'If it could move markets, use MARKET SENSITIVE.' },
  'A national caveat': { instead: 'Leave it out: national caveats are for SECRET and above.' },
  'A codeword': { note: 'One word, allocated centrally.' },
  UK: { note: 'Only on what is sent to a foreign government or an international organisation.' },
}
