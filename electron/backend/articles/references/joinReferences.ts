import { titleKey } from '../../../../shared/text/titleKey.ts'
import type { Database } from '../../database/openDatabase.ts'
import { prepared } from '../../database/prepared.ts'
import { addressKey } from '../addressKey.ts'
import type { ReferenceRecord } from '../parsedSource.ts'
import { addTags } from '../tags.ts'

/** What is known of an article when its reference is looked for. */
interface Described {
  title: string
  publishedOn: string | null
  url: string | null
  canonicalUrl: string | null
}

/** Two dates of one publication may differ by so many days: the paper and its web site. */
const daysApart = 3

/** Joins the references that waited for this article. Gives whether there were any; details are to be refreshed then. */
export function joinWaiting(db: Database, article: number, described: Described): boolean {
  if (prepared(db, noneWaitsSql).pluck().get() === 1) return false
  const title = titleKey(described.title)
  const addresses = [addressKey(described.canonicalUrl), addressKey(described.url)]
  // Two questions, for asked at once they would look through all that waits, for each article.
  const waiting = prepared(
    db,
    `${waitingSql} AND address_key IN (?, ?) UNION ${waitingSql} AND title_key = ? AND title_key <> '' ORDER BY id`,
  ).all(...addresses, title) as { id: number; record: string; address: string | null }[]
  let joined = false
  for (const { id, record, address } of waiting) {
    const reference = JSON.parse(record) as ReferenceRecord
    const byAddress = address !== null && addresses.includes(address)
    if (!byAddress && !isSameDay(reference.publishedOn, described.publishedOn)) continue
    join(db, id, article, reference)
    joined = true
  }
  return joined
}

/** Most archives have none: an import of thousands asks for each. */
const noneWaitsSql =
  'SELECT NOT EXISTS (SELECT 1 FROM reference_records WHERE article IS NULL AND removed_at IS NULL)'

/** The one article that a reference speaks of, by its address or else by its title and day; null when there is none, or several. */
export function findDescribed(db: Database, reference: ReferenceRecord): number | null {
  const address = addressKey(reference.url)
  const byAddress = address === null ? [] : ids(db, byAddressSql, address)
  if (byAddress.length === 1) return byAddress[0]!
  const title = titleKey(reference.title)
  if (title === '') return null
  const byTitle = prepared(db, 'SELECT id, published_on AS day FROM articles WHERE title_key = ?').all(
    title,
  ) as {
    id: number
    day: string | null
  }[]
  const fitting = byTitle.filter(({ day }) => isSameDay(reference.publishedOn, day))
  return fitting.length === 1 ? fitting[0]!.id : null
}

/** Binds a stored reference to its article, with its tags. */
export function join(db: Database, reference: number, article: number, { tags }: ReferenceRecord): void {
  prepared(db, 'UPDATE reference_records SET article = ? WHERE id = ?').run(article, reference)
  addTags(db, article, tags)
}

const waitingSql =
  'SELECT id, record, address_key AS address FROM reference_records WHERE article IS NULL AND removed_at IS NULL'

const byAddressSql = `SELECT DISTINCT a.id FROM articles a JOIN article_versions v ON v.article = a.id AND v.version = a.version
  WHERE v.address_key = ? LIMIT 2`

const ids = (db: Database, sql: string, value: string): number[] =>
  prepared(db, sql).pluck().all(value) as number[]

function isSameDay(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  return Math.abs(Date.parse(one) - Date.parse(other)) <= daysApart * 24 * 60 * 60 * 1000
}
