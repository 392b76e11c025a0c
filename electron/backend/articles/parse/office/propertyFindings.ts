import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import { type Finding, type Findings, found } from '../findings.ts'

/** What a document's properties say, as written there. */
export interface Properties {
  title?: string | null
  author?: string | null
  /** A date the document was made on, with the year first. */
  created?: string | null
  modified?: string | null
  language?: string | null
}

/**
 * What properties tell of an article. Names that programs put there by themselves ("Document1", "Microsoft Word -
 * x.doc", "Microsoft Office User") tell nothing. `publishedOn` is when the file was made: a last resort.
 */
export function propertyFindings(properties: Properties): Findings {
  const from = 'document properties'
  const created = day(properties.created)
  const modified = day(properties.modified)
  return {
    title: found(tellingTitle(properties.title), from),
    byline: found(tellingName(properties.author), from),
    publishedOn: found(created, `${from}, created`),
    // Changed on the day it was made means only that it was saved.
    modifiedOn: found(modified === created ? null : modified, `${from}, modified`),
    language: found(languageTag(properties.language), from),
  }
}

/** A title that a person gave; null for a program's own, and for a file's name. */
export function tellingTitle(written: string | null | undefined): string | null {
  const title = showBidiControls(written ?? '').slice(0, 1000)
  const says =
    /\p{L}/u.test(title) &&
    title.length <= 300 &&
    !/^(?:microsoft (?:word|powerpoint|excel) -|(?:document|dokument|presentation|untitled|unbenannt|no title|powerpoint presentation|slide|template|title)[ _-]?\d{0,4}$)/i.test(
      title,
    ) &&
    !/^\S{1,200}\.(?:docx?|docm|rtf|odt|pdf|html?|txt|indd|qxd|qxp|pptx?|xlsx?|tex|dvi|ps|eps|ai|pub|pages|wpd)$/i.test(
      title,
    ) &&
    !/[\\/][^\\/]{1,200}\.[a-z]{2,4}$/i.test(title)
  return says ? title : null
}

/** The name of a file as a title, for a source that says nothing else. */
export function fileTitle(name: string): Finding {
  const shown = showBidiControls(name).slice(0, 300)
  return { value: shown.replace(/(?<=.)\.[a-z]{3,4}$/i, '') || 'Untitled', from: 'file name' }
}

function tellingName(written: string | null | undefined): string | null {
  const name = showBidiControls(written ?? '')
  const says =
    /\p{L}/u.test(name) &&
    name.length <= 300 &&
    !/^(?:microsoft(?: office)?(?: user)?|office user|windows user|user\d*|admin(?:istrator)?|owner|author|unknown|anonymous|default|guest|root|test|python-docx|openpyxl|docx4j|un-named|home|pc|hp|dell|lenovo)$/i.test(
      name,
    )
  return says ? name : null
}

function day(written: string | null | undefined): string | null {
  const date = calendarDate((written ?? '').slice(0, 10))
  // Programs that know no date write the first day of their calendar.
  return date && date >= '1980-01-02' ? date : null
}

/** A BCP 47 tag in its usual letter case. */
function languageTag(written: string | null | undefined): string | null {
  const tag = (written ?? '').trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
