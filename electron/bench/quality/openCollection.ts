import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { incomingFile } from '../../backend/articles/incomingFile.ts'
import { insertArticle } from '../../backend/articles/insertVersion.ts'
import { parseFile } from '../../backend/articles/parse/parseFile.ts'
import type { ParsedSource } from '../../backend/articles/parsedSource.ts'
import type { Database } from '../../backend/database/openDatabase.ts'
import { mergeIndex } from '../../backend/search/mergeIndex.ts'
import { indexWaiting, prepareIndex } from '../../backend/search/writeIndex.ts'

export interface JudgedQuery {
  type: string
  typed: string
  /** By the names of articles: 3 is what was looked for, 1 touches on it. */
  grades: Record<string, number>
}

export interface Collection {
  queries: JudgedQuery[]
  /** The name of the article with this id; of several that carry the same copy, that of the first. */
  nameOf(articleId: string): string
}

const sampleFolder = join(import.meta.dirname, '../../../assets/sample/articles')

/** Stores and indexes the articles of the collection in an empty archive. */
export async function openCollection(db: Database): Promise<Collection> {
  prepareIndex(db)
  const names = new Map<string, string>()
  for (const file of readdirSync(sampleFolder).sort()) {
    const bytes = readFileSync(join(sampleFolder, file))
    names.set(store(db, file, bytes, await parseFile({ name: file, bytes })), file.replace(/\.\w+$/, ''))
  }
  for (const { id, paragraphs, ...details } of read<WrittenArticle[]>('articles.json')) {
    const bytes = new TextEncoder().encode(JSON.stringify([details, paragraphs]))
    const articles = [parsed(paragraphs, details)]
    names.set(store(db, `${id}.txt`, bytes, { articles, references: [] }), id)
  }
  while (indexWaiting(db));
  for (const _ of mergeIndex(db));
  const { queries, copies } = read<{ queries: JudgedQuery[]; copies: string[][] }>('judged.json')
  const firstOf = new Map(copies.flatMap(group => group.map(name => [name, group[0]!])))
  return {
    queries,
    nameOf: articleId => {
      const name = names.get(articleId)!
      return firstOf.get(name) ?? name
    },
  }
}

interface WrittenArticle extends Pick<ParsedSource, 'title' | 'byline' | 'publisher' | 'publishedOn'> {
  id: string
  paragraphs: string[]
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as T

function store(
  db: Database,
  origin: string,
  bytes: Uint8Array,
  found: Parameters<typeof incomingFile>[1],
): string {
  const file = incomingFile(bytes, found)
  const source = { ...file.articles[0]!, file, origin, part: 0, parts: 1 }
  return insertArticle(db, source, '2025-01-31T09:00:00.000Z')
}

function parsed(
  paragraphs: readonly string[],
  details: Omit<WrittenArticle, 'id' | 'paragraphs'>,
): ParsedSource {
  let end = -1
  const blocks = paragraphs.map(paragraph => {
    const start = end + 1
    end = start + paragraph.length
    return { kind: 'paragraph' as const, start, end }
  })
  return {
    ...details,
    url: null,
    modifiedOn: null,
    canonicalUrl: null,
    section: null,
    evidence: {},
    capturedAt: null,
    noText: null,
    language: 'en-GB',
    encoding: 'utf-8',
    text: paragraphs.join('\n'),
    blocks,
  }
}
