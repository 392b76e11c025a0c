import type { ImportLine } from '../../../../shared/contract/article.ts'
import { listHighlights } from '../../annotations/store.ts'
import type { Database } from '../../database/openDatabase.ts'
import { prepared } from '../../database/prepared.ts'
import type { BuiltSegment } from '../../search/builtSegment.ts'
import { addressKey } from '../addressKey.ts'
import { findByAddress, findByBytes, findByText, type SameArticle } from '../findSame.ts'
import { type IncomingFile, type IncomingSource, importerVersion } from '../incomingSource.ts'
import { addVersion, insertArticle, rereadVersion } from '../insertVersion.ts'
import type { ParsedSource } from '../parsedSource.ts'
import { storeReference } from '../references/store.ts'
import { getArticle, restoreArticle } from '../store.ts'
import type { ReadFile } from './readSources.ts'
import { reissueOf } from './reissueOf.ts'
import type { FoundSource } from './source.ts'

/** The keys of the articles in each search index that was made while reading; null for one that is not stored as new. */
export type IndexKeys = Map<BuiltSegment, (number | null)[]>

/**
 * Stores all that a file holds. Gives a line for each article and each reference in it. Notes in `keys` where the articles
 * went; without, they are indexed later.
 */
export function storeFile(
  db: Database,
  source: FoundSource,
  { file, index, first }: ReadFile,
  time: string,
  keys: IndexKeys | null,
): ImportLine[] {
  const ownKeys = keys?.get(index) ?? new Array<number | null>(index.documents).fill(null)
  keys?.set(index, ownKeys)
  const known = findByBytes(db, file.sha256)
  const parts = file.articles.length
  const articles = file.articles.map((article, part) => {
    const incoming: IncomingSource = {
      ...article,
      file,
      origin: source.origin,
      part,
      parts,
      ...(keys ? { indexed: { keys: ownKeys, number: first + part } } : {}),
    }
    return storeArticle(db, source, incoming, knownPart(known, file, part), time)
  })
  return [...articles, ...file.references.map((_, part) => storeOneReference(db, source, file, part, time))]
}

/** The article that a part of a file was before: the one with its text, else the one in its place, if no other part has that one's text. */
function knownPart(known: readonly SameArticle[], file: IncomingFile, part: number): SameArticle | null {
  const { textSha256 } = file.articles[part]!
  const inPlace = known.find(each => each.part === part)
  if (inPlace?.textSha256 === textSha256) return inPlace
  const same = known.find(each => each.textSha256 === textSha256)
  if (same || !inPlace) return same ?? null
  return file.articles.some(other => other.textSha256 === inPlace.textSha256) ? null : inPlace
}

/**
 * Whether the very bytes of a file are here already, read by this importer: then it need not be read again. Not when
 * some of its articles are here from other files only, for the report names those too.
 */
export function isKnown(db: Database, { sha256 }: FoundSource): boolean {
  const known = findByBytes(db, sha256)
  return (
    known.length > 0 &&
    known.every(({ importer, parts }) => importer === importerVersion && parts === known.length)
  )
}

/** Takes note of a file whose bytes are here already. Gives a line for each article in it. */
export const storeKnown = (db: Database, source: FoundSource): ImportLine[] =>
  findByBytes(db, source.sha256).map(same => takeDuplicate(db, source, same))

export const refusal = (path: string, reason: string): ImportLine => ({
  path,
  outcome: 'refused',
  articleId: null,
  title: null,
  reason,
})

function storeArticle(
  db: Database,
  source: FoundSource,
  incoming: IncomingSource,
  sameBytes: SameArticle | null,
  time: string,
): ImportLine {
  const { parsed, textSha256 } = incoming
  if (sameBytes && sameBytes.textSha256 === textSha256) {
    if (sameBytes.importer !== importerVersion) rereadVersion(db, sameBytes, incoming)
    return takeDuplicate(db, source, sameBytes)
  }
  const address = addressKey(parsed.canonicalUrl ?? parsed.url)
  const same = parsed.noText === null ? findByText(db, textSha256, address) : null
  if (same) return takeDuplicate(db, source, same)
  const earlier = sameBytes ?? reissued(db, incoming, address)
  if (!earlier) {
    const articleId = insertArticle(db, incoming, time)
    return line(source, 'added', articleId, parsed.title, remark(source, parsed))
  }
  const version = addVersion(db, earlier.articleId, incoming, time)
  const why = sameBytes
    ? `Despatch reads this file better than it did: kept as version ${version}.`
    : `The text at ${parsed.url ?? parsed.canonicalUrl} has changed: kept as version ${version}.`
  const back = earlier.removed ? ' It was in the bin and has been put back.' : ''
  const reason = `${why}${affected(db, earlier.articleId)}${back}`
  return line(source, 'version', earlier.articleId, parsed.title, reason)
}

/** The article that this one is issued again of, if it says so by its address. */
function reissued(
  db: Database,
  { parsed, file }: IncomingSource,
  address: string | null,
): SameArticle | null {
  if (address === null) return null
  const siblings = new Set(findByBytes(db, file.sha256).map(({ articleId }) => articleId))
  let [best, surest]: [SameArticle | null, number] = [null, 0]
  for (const known of findByAddress(db, address)) {
    if (siblings.has(known.articleId)) continue
    const article = { ...getArticle(db, known.articleId, known.version), title: known.title }
    const surety = reissueOf(article, parsed)
    if (surety > surest) [best, surest] = [known, surety]
  }
  return best
}

function affected(db: Database, articleId: string): string {
  const review = listHighlights(db, articleId).filter(({ state }) => state === 'review')
  if (review.length === 0) return ''
  const words = review.map(
    ({ exact }) => `“${exact.length > 60 ? `${exact.slice(0, 59).toWellFormed()}…` : exact}”`,
  )
  return review.length === 1
    ? ` One highlight needs review: ${words[0]}.`
    : ` ${review.length} highlights need review: ${words.slice(0, 5).join(', ')}${words.length > 5 ? ' and others' : ''}.`
}

function storeOneReference(
  db: Database,
  source: FoundSource,
  file: IncomingFile,
  part: number,
  time: string,
): ImportLine {
  const reference = file.references[part]!
  const { articleId, isKnown } = storeReference(db, file, { part, origin: source.origin, reference }, time)
  const reason = isKnown
    ? 'This reference is here already; nothing was changed.'
    : articleId
      ? 'A reference: what it says was joined to its article.'
      : 'A reference without its article: it waits, and is joined to the article when that is added.'
  return line(source, isKnown ? 'duplicate' : 'added', articleId, reference.title, reason)
}

function takeDuplicate(db: Database, source: FoundSource, same: SameArticle): ImportLine {
  if (same.removed) restoreArticle(db, same.articleId)
  const title = prepared(db, 'SELECT title FROM articles WHERE article_id = ?')
    .pluck()
    .get(same.articleId) as string
  const older = `It is version ${same.version} of an article whose newest version is ${same.newest}`
  const here = same.version === same.newest ? 'It is in the archive already' : older
  const reason = same.removed
    ? `${here}; it was in the bin and has been put back.`
    : `${here}; nothing was changed.`
  return line(source, 'duplicate', same.articleId, title, reason)
}

/** What is worth knowing of an article that was taken in: that it has no text, or that its letters were guessed. */
function remark({ name }: FoundSource, { encoding, noText }: ParsedSource): string | null {
  if (noText)
    return `${name} has no text (${noText}). It is kept, but cannot be searched or quoted. Run text recognition on it and add the result.`
  if (!/^windows-|^iso-8859|replaced/i.test(encoding)) return null
  return `${name} was read as ${encoding}. Check its accented letters and currency signs.`
}

const line = (
  { path }: FoundSource,
  outcome: ImportLine['outcome'],
  articleId: string | null,
  title: string,
  reason: string | null,
): ImportLine => ({ path, outcome, articleId, title, reason })
