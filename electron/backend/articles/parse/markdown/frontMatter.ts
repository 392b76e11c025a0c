import { showBidiControls } from '../../../../../shared/text/bidiControls.ts'
import { calendarDate } from '../../../../../shared/text/calendarDate.ts'
import { type Findings, firstFound, found } from '../findings.ts'

/** Front matter is shorter than this, in lines. */
const mostLines = 200
const from = 'front matter'

export interface FrontMatter {
  /** Its lines as written, without those that enclose it. */
  lines: string[]
  findings: Findings
  /** What follows it. */
  rest: string
}

/** Reads the lines `key: value` between two lines of hyphens at the head of a Markdown text. Null when there are none. */
export function frontMatter(text: string): FrontMatter | null {
  const [opening, ...lines] = text.slice(0, 100_000).split('\n', mostLines + 2)
  if (opening!.trimEnd() !== '---') return null
  const end = lines.findIndex(line => /^(?:---|\.\.\.)\s{0,100}$/.test(line))
  if (end < 1) return null
  const inside = lines.slice(0, end)
  if (!/^[\w-]{1,50}:/.test(inside.find(line => line.trim()) ?? '')) return null
  const length = [opening!, ...lines.slice(0, end + 1)].reduce((sum, line) => sum + line.length + 1, 0)
  return { lines: inside, findings: findingsOf(valuesOf(inside)), rest: text.slice(length) }
}

/** A list, on one line in brackets or on lines of its own, is one value with commas. */
function valuesOf(lines: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  let key = ''
  for (const line of lines) {
    const [, name, value = ''] = /^([\w-]{1,50}):(?:\s{1,100}(.{0,4000}))?$/.exec(line) ?? []
    if (name) {
      key = name.toLowerCase().replaceAll('-', '_')
      if (!values.has(key)) values.set(key, unquoted(value.replace(/^\[(.{0,3990})\]\s{0,10}$/, '$1')))
      continue
    }
    const item = /^\s{0,20}-\s{1,10}(.{1,500})$/.exec(line)?.[1]
    if (item && key) values.set(key, [values.get(key), unquoted(item)].filter(Boolean).join(', '))
  }
  return values
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.{0,4000})\1$/, '$2')

function findingsOf(values: ReadonlyMap<string, string>): Findings {
  const line = (longest: number, ...keys: string[]) => {
    const value = keys.map(key => showBidiControls(values.get(key) ?? '')).find(Boolean)
    return found(value && value.length <= longest ? value : null, from)
  }
  const day = (...keys: string[]) =>
    firstFound(...keys.map(key => found(calendarDate(values.get(key) ?? ''), from)))
  const address = ['source', 'url', 'link', 'source_url', 'canonical', 'permalink']
    .map(key => values.get(key) ?? '')
    .find(value => /^https?:\/\/\S{3,3990}$/i.test(value))
  return {
    title: line(300, 'title', 'headline'),
    byline: line(1000, 'author', 'authors', 'byline', 'creator'),
    publisher: line(300, 'publisher', 'publication', 'site', 'site_name'),
    publishedOn: day('published', 'date', 'publish_date', 'date_published'),
    modifiedOn: day('modified', 'updated', 'lastmod'),
    url: found(address, from),
    language: found(
      /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/.exec(values.get('lang') ?? values.get('language') ?? '')?.[0],
      from,
    ),
  }
}
