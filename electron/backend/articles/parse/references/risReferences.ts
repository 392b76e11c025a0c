import { readableName, type WrittenReference } from './referenceRecord.ts'

type Record = Map<string, string[]>

/** The records of a RIS file (Research Information Systems' tagged format): from a line "TY  - " to "ER  - ". */
export function* risReferences(text: string): Generator<WrittenReference> {
  let record: Record | null = null
  let last: string[] | null = null
  for (const line of text.split('\n')) {
    const [, tag, value = ''] = /^\ufeff?([A-Z][A-Z0-9]) {1,3}- ?(.*)$/.exec(line) ?? []
    if (tag === 'TY' || tag === 'ER') {
      if (record) yield written(record)
      record = tag === 'TY' ? new Map() : null
      last = null
    } else if (tag && record) {
      last = record.get(tag) ?? []
      record.set(tag, last)
      last.push(value.trim())
    } else if (last && line.trim()) last.push(`${last.pop()} ${line.trim()}`)
  }
  if (record) yield written(record)
}

function written(record: Record): WrittenReference {
  const first = (...tags: string[]): string | undefined =>
    tags.map(tag => record.get(tag)?.find(Boolean)).find(Boolean)
  const all = (...tags: string[]): string[] => tags.flatMap(tag => record.get(tag) ?? [])
  const addresses = all('UR', 'L2', 'LK').flatMap(value => value.split(/[;\s]+/, 20))
  return {
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: [...all('AU', 'A1')].filter(Boolean).map(readableName),
    publisher: first('T2', 'JO', 'JF', 'J2', 'JA', 'PB'),
    date: all('DA', 'Y1', 'PY').find(value => /^\d{4}[-/]\d{1,2}[-/]\d{1,2}/.test(value)),
    url: addresses.find(value => /^https?:/i.test(value)),
    doi: first('DO'),
    language: first('LA'),
    section: first('SE'),
    tags: all('KW').flatMap(value => value.split(/[;\n]/, 100)),
  }
}
