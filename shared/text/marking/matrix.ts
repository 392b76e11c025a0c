import { adviceOn } from './advice.ts'
import { type Level, levels } from './tiers.ts'

/** What the policy says of a part at a level. "never" is said with more force than "no". */
export type Cell = 'yes' | 'seldom' | 'no' | 'never'

export type PartKind = 'prefix' | 'instruction' | 'descriptor' | 'codeword' | 'caveat'

/** What goes for one part of a marking, or for all parts of one sort. */
export interface MarkingRule {
  kind: PartKind
  /** The part itself, or what parts of this sort are called. */
  name: string
  at: Readonly<Record<Level, Cell>>
  /** What to write where it does not go with the level: a sentence, or empty. */
  instead: string
  /** What to remember where it does: a sentence, or empty. */
  note: string
}

/**
 * The validity matrix: which part goes with which tier. Source: Government Security Classifications Policy, Cabinet
 * Office, 5 August 2024, pages 16 to 23.
 */
// biome-ignore format: a table is read by its columns
export const matrix = {
  //                                                                  OFFICIAL  -SENSITIVE  SECRET  TOP SECRET
  recipientsOnly:   rule('instruction', 'RECIPIENTS ONLY',              'no',     'yes',    'yes',    'yes'),
  forPublicRelease: rule('instruction', 'FOR PUBLIC RELEASE',           'yes',    'never',  'no',     'no'),
  useOnly:          rule('instruction', '[ORGANISATION] USE ONLY',      'yes',    'yes',    'yes',    'yes'),
  hmgUseOnly:       rule('instruction', 'HMG USE ONLY',                 'yes',    'yes',    'yes',    'no'),
  embargoed:        rule('instruction', 'EMBARGOED',                    'yes',    'yes',    'yes',    'no'),
  personalData:     rule('descriptor',  'PERSONAL DATA',                'yes',    'yes',    'yes',    'yes'),
  legalPrivilege:   rule('descriptor',  'LEGAL PROFESSIONAL PRIVILEGE', 'yes',    'yes',    'yes',    'yes'),
  legal:            rule('descriptor',  'LEGAL',                        'yes',    'yes',    'no',     'no'),
  marketSensitive:  rule('descriptor',  'MARKET SENSITIVE',             'yes',    'yes',    'yes',    'yes'),
  commercial:       rule('descriptor',  'COMMERCIAL',                   'yes',    'yes',    'yes',    'yes'),
  hrManagement:     rule('descriptor',  'HR / MANAGEMENT',              'yes',    'yes',    'yes',    'yes'),
  caveat:           rule('caveat',      'A national caveat',            'never',  'never',  'yes',    'yes'),
  codeword:         rule('codeword',    'A codeword',                   'seldom', 'seldom', 'yes',    'yes'),
  ukPrefix:         rule('prefix',      'UK',                           'yes',    'yes',    'yes',    'yes'),
}

function rule(kind: PartKind, name: string, ...cells: [Cell, Cell, Cell, Cell]): MarkingRule {
  const at = Object.fromEntries(levels.map((level, i) => [level, cells[i]])) as Record<Level, Cell>
  return { kind, name, at, instead: '', note: '', ...adviceOn[name] }
}
