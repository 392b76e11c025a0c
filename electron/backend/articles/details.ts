import type { ArticleDetails, MetadataField } from '../../../shared/contract/article.ts'
import { titleKey } from '../../../shared/text/titleKey.ts'
import type { Database } from '../database/openDatabase.ts'
import { prepared } from '../database/prepared.ts'
import type { ReferenceRecord } from './parsedSource.ts'

/** The details of an article and where each known one comes from, in words. */
export interface KnownDetails {
  details: ArticleDetails
  evidence: Partial<Record<MetadataField, string>>
  /** The fields that an official has set right. */
  corrected: MetadataField[]
}

/** The columns of a version, or of an article as the desk shows it, that hold details. */
export interface DetailColumns {
  title: string
  byline: string | null
  publisher: string | null
  published_on: string | null
  modified_on: string | null
  url: string | null
  canonical_url: string | null
  language: string | null
  section: string | null
  evidence: string
}

/**
 * What import found in a version, over it what a reference file says of the article, over that what an official has
 * said. So neither a later version nor a later reference overwrites a correction.
 */
export function knownDetails(db: Database, article: number, found: DetailColumns): KnownDetails {
  const details: ArticleDetails = {
    title: found.title,
    byline: found.byline,
    publisher: found.publisher,
    publishedOn: found.published_on,
    modifiedOn: found.modified_on,
    url: found.url,
    canonicalUrl: found.canonical_url,
    language: found.language,
    section: found.section,
  }
  const evidence = JSON.parse(found.evidence) as KnownDetails['evidence']
  const put = (field: MetadataField, value: string | null, from: string): void => {
    ;(details as Record<MetadataField, string | null>)[field] = value
    evidence[field] = from
  }
  for (const { record, origin } of joinedRecords(db, article)) {
    const reference = JSON.parse(record) as ReferenceRecord
    for (const field of referenceFields) {
      const value = reference[field]
      if (value !== null) put(field, value, `${reference.from} in ${origin}`)
    }
  }
  const corrections = prepared(
    db,
    'SELECT field, value FROM article_corrections WHERE article = ? ORDER BY field',
  ).all(article) as { field: MetadataField; value: string | null }[]
  for (const { field, value } of corrections) put(field, value, 'corrected by hand')
  return { details, evidence, corrected: corrections.map(({ field }) => field) }
}

const referenceFields = ['title', 'byline', 'publisher', 'publishedOn', 'url', 'language', 'section'] as const

const joinedRecords = (db: Database, article: number) =>
  prepared(
    db,
    'SELECT record, origin FROM reference_records WHERE article = ? AND removed_at IS NULL ORDER BY id',
  ).all(article) as { record: string; origin: string }[]

/** Puts an article's details anew into its own row, where lists and search read them. */
export function refreshDetails(db: Database, article: number): void {
  const found = prepared(
    db,
    `SELECT v.* FROM article_versions v JOIN articles a ON a.id = v.article AND a.version = v.version WHERE a.id = ?`,
  ).get(article) as DetailColumns
  const { details, evidence } = knownDetails(db, article, found)
  prepared(
    db,
    `UPDATE articles SET title = ?, title_key = ?, byline = ?, publisher = ?, published_on = ?, modified_on = ?, url = ?,
       canonical_url = ?, language = ?, section = ?, evidence = ? WHERE id = ?`,
  ).run(
    details.title,
    titleKey(details.title),
    details.byline,
    details.publisher,
    details.publishedOn,
    details.modifiedOn,
    details.url,
    details.canonicalUrl,
    details.language,
    details.section,
    JSON.stringify(evidence),
    article,
  )
}
