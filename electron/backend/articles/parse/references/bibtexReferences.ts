import { type BibtexEntry, bibtexEntries } from './bibtexEntries.ts'
import { readableName, type WrittenReference } from './referenceRecord.ts'
import { texLetters } from './texLetters.ts'

/** The entries of a BibTeX or BibLaTeX file that name publications. */
export function* bibtexReferences(text: string): Generator<WrittenReference> {
  for (const entry of bibtexEntries(text)) yield written(entry)
}

function written(fields: BibtexEntry): WrittenReference {
  const first = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = texLetters(fields.get(name) ?? '')
      if (value) return value
    }
    return undefined
  }
  const address = first('url') ?? /https?:\/\/[^\s{}]{3,3900}/.exec(fields.get('howpublished') ?? '')?.[0]
  return {
    title: first('title'),
    authors: namesOf(fields.get('author') ?? fields.get('editor') ?? ''),
    publisher: first(
      'journaltitle',
      'journal',
      'booktitle',
      'maintitle',
      'publisher',
      'institution',
      'organization',
      'school',
    ),
    date: first('date') ?? dateOf(fields),
    url: address,
    doi: first('doi'),
    language: first('langid', 'language'),
    section: undefined,
    tags: (first('keywords') ?? '').split(/[,;]/, 500),
  }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** BibTeX has a year and a month; the day is in a field of its own or in the month: `mar # "~3"`. */
function dateOf(fields: BibtexEntry): string | undefined {
  const year = /\d{4}/.exec(texLetters(fields.get('year') ?? '').slice(0, 20))?.[0]
  const month = texLetters(fields.get('month') ?? '').slice(0, 40)
  const named = months.indexOf(/[a-z]{3}/i.exec(month)?.[0].toLowerCase() ?? '') + 1
  const number = named || Number(/^\d{1,2}$/.exec(month)?.[0] ?? 0)
  const day = fields.get('day') ?? (named ? /\d{1,2}/.exec(month)?.[0] : undefined)
  return year && number && day ? `${year}-${number}-${texLetters(day)}` : undefined
}

/** Names are divided by "and" outside braces; braces keep a body's name in one piece. */
function namesOf(value: string): string[] {
  const names: string[] = []
  let depth = 0
  let from = 0
  const take = (to: number): void => {
    const name = value.slice(from, to).trim()
    if (name) names.push(/^\{[^{}]*\}$/.test(name) ? texLetters(name) : readableName(texLetters(name)))
  }
  for (let i = 0; i < value.length && names.length < 200; i++) {
    const char = value[i]
    if (char === '{') depth++
    else if (char === '}') depth--
    else if (depth === 0 && /^\sand\s$/i.test(value.slice(i, i + 5))) {
      take(i)
      from = i + 4
    }
  }
  take(value.length)
  return names
}
