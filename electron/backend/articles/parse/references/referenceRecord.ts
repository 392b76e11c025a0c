import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import type { ReferenceRecord } from '../../parsedSource.ts'

/** What a reference file says of one publication, as it is written there. */
export interface WrittenReference {
  title: string | undefined
  /** One name each, as they are to be read: "Ann Ode". */
  authors: readonly string[]
  publisher: string | undefined
  /** Year, month and day in digits, "2025-3-4"; what is not a whole day is no date. */
  date: string | undefined
  url: string | undefined
  doi: string | undefined
  language: string | undefined
  section: string | undefined
  tags: readonly string[]
}

/** A reference as it is stored, or null when it has no title and so names nothing. */
export function referenceRecord(written: WrittenReference, from: string): ReferenceRecord | null {
  const title = line(written.title, 2000)
  if (!title) return null
  const tags = new Set(written.tags.slice(0, 500).flatMap(tag => line(tag, 100) ?? []))
  return {
    title,
    byline: line(written.authors.slice(0, 100).map(named).join(', '), 1000),
    publisher: line(written.publisher, 300),
    publishedOn: dayOf(written.date),
    url: address(written.url) ?? doiAddress(written.doi),
    language: languageTag(written.language),
    section: line(written.section, 300),
    tags: [...tags].slice(0, 50),
    from,
  }
}

/** BibTeX's word for the rest of a list, which programs carry into other formats. */
const named = (author: string): string => (author === 'others' ? 'et al.' : author)

function line(text: string | undefined, longest: number): string | null {
  const shown = showBidiControls((text ?? '').slice(0, 4 * longest))
  if (!shown) return null
  return shown.length <= longest
    ? shown
    : `${shown
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`
}

function dayOf(date: string | undefined): string | null {
  const [, year, month, day] = /^\s{0,10}(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(date ?? '') ?? []
  return year ? calendarDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`) : null
}

function address(url: string | undefined): string | null {
  const [found] = /^https?:\/\/[^\s<>"]{3,3990}$/i.exec(url?.trim() ?? '') ?? []
  return found ?? null
}

/** A DOI as an address (DOI Handbook, 3.8: resolvable as https://doi.org/). */
function doiAddress(doi: string | undefined): string | null {
  const [, name] =
    /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}\/[^\s<>"]{1,500})$/i.exec(
      doi?.trim() ?? '',
    ) ?? []
  return name ? `https://doi.org/${name}` : null
}

/** A tag as the standard writes it; names of languages, which some programs write, are not looked up. */
function languageTag(written: string | undefined): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? ''
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** "Ode, Ann" as "Ann Ode"; "Ode, Jr, Ann" as "Ann Ode Jr". A name without a comma is left as it is. */
export function readableName(written: string): string {
  const parts = written
    .split(',', 3)
    .map(part => part.trim())
    .filter(Boolean)
  const [family, second, third] = parts
  return third ? `${third} ${family} ${second}` : second ? `${second} ${family}` : (family ?? '')
}
