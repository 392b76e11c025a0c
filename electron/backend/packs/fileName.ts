import type { PackEdition } from '../../../shared/document/editions.ts'
import { parseMarking } from '../../../shared/text/marking/parseMarking.ts'

/** The setting that says whether a marking goes into the names of files. It does where nothing is set. */
export const isMarkingInFileName = (settings: Readonly<Record<string, unknown>>): boolean =>
  settings['export.markingInFileName'] !== false

export interface NamedExport {
  title: string
  edition: PackEdition
  marking: string
  /** ISO 8601; its day is used. */
  date: string
  /** "0.3", "1.0". */
  version: string
}

/**
 * The file name proposed for an export: day, title, marking and version in lower case with hyphens, as a records
 * officer files it, and of no more than 130 bytes. What is marked FOR PUBLIC RELEASE is named as GOV.UK wants an
 * attachment named: by its title alone, with no day, version, "draft" or "final" (alphagov/govuk-content-publishing-
 * guidance, choose-attachment-type-name). Letters of any script stay; nothing a file system could take for a path does.
 */
export function exportFileName(named: NamedExport, withMarking = true): string {
  const { title, edition, marking, date, version } = named
  const part = edition === 'core' ? 'core-pack' : ''
  if (parseMarking(marking).instructions.includes('FOR PUBLIC RELEASE')) {
    return `${joined(shortened(hyphenated(publicTitle(title)), 90) || 'briefing', part)}.pdf`
  }
  const name = shortened(hyphenated(title), 50)
  const marked = withMarking ? shortened(hyphenated(marking), 40) : ''
  return `${joined(date.slice(0, 10), name, part, marked, `v${version.replaceAll('.', '-')}`)}.pdf`
}

const joined = (...parts: string[]): string => parts.filter(part => part !== '').join('-')

const hyphenated = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’']/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')

/** The whole words that so many bytes of UTF-8 hold; a single word that is longer is cut, between characters. */
function shortened(hyphened: string, longest: number): string {
  let kept = ''
  for (const word of hyphened.split('-')) {
    const longer = joined(kept, word)
    if (Buffer.byteLength(longer) > longest) break
    kept = longer
  }
  if (kept !== '' || hyphened === '') return kept
  for (const character of hyphened) {
    if (Buffer.byteLength(kept + character) > longest) break
    kept += character
  }
  return kept.replace(/-$/, '')
}

/** A title without what is put behind it to tell drafts apart: "(final draft)", "- draft 2", "v0.3". */
function publicTitle(title: string): string {
  const bare = title.trim().replace(STATUS, '')
  return bare === title.trim() || bare === '' ? title : publicTitle(bare)
}

const STATUS =
  /(?:\s+v\.?\s?\d+(?:[.-]\d+)*|\s*(?:[([]\s*|[-–—:,]\s+)(?:v(?:ersion)?\.?\s?\d+(?:[.-]\d+)*|(?:(?:first|second|final|latest)\s+)?draft(?:\s+\d+)?|final(?:\s+version)?)\s*[)\]]?)\s*$/i
