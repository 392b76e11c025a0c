import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import type { Refuse } from '../../parsedSource.ts'
import type { WrittenReference } from './referenceRecord.ts'

/** The items of a CSL-JSON file (Citation Style Language 1.0.2): a list, or an object that has one. */
export function* cslReferences(text: string, refuse: Refuse): Generator<WrittenReference> {
  for (const item of itemsOf(parsed(text, refuse))) if (isItem(item)) yield written(item)
}

function parsed(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse(
      'it is not JSON as it should be. Export the references again as CSL-JSON, and import that file.',
    )
  }
}

function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json
  if (!isObject(json)) return []
  for (const name of ['items', 'references']) if (Array.isArray(json[name])) return json[name]
  return [json]
}

type Item = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Other JSON may have titles and types as well; only an item has a type of the standard's. */
const isItem = (value: unknown): value is Item =>
  isObject(value) && typeof value.title === 'string' && itemTypes.has(String(value.type))

/** CSL 1.0.2, appendix III. */
const itemTypes: ReadonlySet<string> = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard ' +
    'thesis treaty webpage'
  ).split(' '),
)

function written(item: Item): WrittenReference {
  const text = (name: string): string | undefined => plain(item[name])
  return {
    title: text('title'),
    authors: namesOf(item.author ?? item.editor),
    publisher: text('container-title') ?? text('publisher'),
    date: dateOf(item.issued),
    url: text('URL'),
    doi: text('DOI'),
    language: text('language'),
    section: text('section'),
    tags: tagsOf(item.keyword ?? item.keywords ?? item.categories),
  }
}

/** Text without the few tags that CSL-JSON allows in it. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  return value.slice(0, 20_000).replace(/<\/?(?:i|b|sub|sup|span|sc)(?:\s[^<>]{0,200})?>/gi, '') || undefined
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, 200).flatMap(name => {
    if (!isObject(name)) return []
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix']
    const whole = parts
      .map(part => plain(name[part]))
      .filter(Boolean)
      .join(' ')
    return whole || plain(name.literal) || []
  })
}

function dateOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const parts = value['date-parts']
  const first = Array.isArray(parts) ? parts[0] : undefined
  if (Array.isArray(first)) return first.length >= 3 ? first.slice(0, 3).map(String).join('-') : undefined
  const said = plain(value.raw) ?? plain(value.literal)
  return said ? (calendarDate(said) ?? undefined) : undefined
}

function tagsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(tag => plain(tag) ?? [])
  return (plain(value) ?? '').split(/[,;]/, 500)
}
