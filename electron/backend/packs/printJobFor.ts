import { Failure } from '../../../shared/contract/fault.ts'
import type { Pack } from '../../../shared/contract/pack.ts'
import { numberCitations } from '../../../shared/document/citations.ts'
import type { PackEdition } from '../../../shared/document/editions.ts'
import { getHighlight } from '../annotations/store.ts'
import { getArticle } from '../articles/store.ts'
import type { Database } from '../database/openDatabase.ts'
import type { PrintJob, PrintSource } from '../pdf/printJob.ts'
import { lastIssue } from './lastIssue.ts'
import { readRevision } from './revisions.ts'
import { packRow } from './store.ts'

/**
 * Gathers what a pack's PDF is made from: the briefing and, of each cited article, the cited version with its
 * passages. Throws `missing-source`, naming where, when a citation leads nowhere.
 */
export function printJobFor(
  db: Database,
  pack: Pack,
  assetsFolder: string,
  edition: PackEdition = 'full',
): PrintJob {
  const sources = new Map<string, PrintSource>()
  for (const cited of numberCitations(pack.briefing.content).values()) {
    const where = cited.places[0]?.paragraph ? `paragraph ${cited.places[0].paragraph}` : 'the briefing'
    try {
      const source = sourceOf(db, sources, cited.articleId, cited.version)
      if (cited.highlightId === null) continue
      const highlight = getHighlight(db, cited.highlightId)
      if (highlight.articleId !== cited.articleId || highlight.version !== cited.version) {
        throw missing(where)
      }
      const { highlightId, start, end } = highlight
      source.passages.push({ highlightId, start, end })
    } catch (error) {
      throw error instanceof Failure && error.code === 'not-found' ? missing(where) : error
    }
  }
  return {
    title: pack.title,
    briefing: pack.briefing,
    edition,
    since: issuedDraft(db, pack),
    sources: [...sources.values()],
    // To the day only: the same pack made twice on one day, on any machine, gives the same bytes.
    date: `${pack.modifiedAt.slice(0, 10)}T00:00:00.000Z`,
    assetsFolder,
  }
}

/** The draft as it was issued last; null where it never was. */
function issuedDraft(db: Database, { packId }: Pack): PrintJob['since'] {
  const { id } = packRow(db, packId)
  const issued = lastIssue(db, id)
  if (issued === null) return null
  const { version, on, revision } = issued
  return { version, on, content: readRevision(db, id, revision).content }
}

function sourceOf(
  db: Database,
  sources: Map<string, PrintSource>,
  articleId: string,
  version: number,
): PrintSource {
  const key = `${articleId}:${version}`
  const known = sources.get(key)
  if (known) return known
  const { importedAt, ...article } = getArticle(db, articleId, version)
  const source: PrintSource = {
    articleId,
    version,
    title: article.title,
    byline: article.byline,
    publisher: article.publisher,
    publishedOn: article.publishedOn,
    url: article.url,
    capturedAt: importedAt,
    sha256: article.sha256,
    licence: article.handling.licence,
    text: article.text,
    blocks: article.blocks,
    passages: [],
  }
  sources.set(key, source)
  return source
}

const missing = (where: string): Failure =>
  new Failure(
    'missing-source',
    `A citation in ${where} leads to no passage in this archive, so no PDF was made. Remove that citation, or import the source and cite it again.`,
  )
