import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportLine, ImportReport } from '../../../shared/contract/article.ts'
import { Failure } from '../../../shared/contract/fault.ts'
import { showBidiControls } from '../../../shared/text/bidiControls.ts'
import type { Database } from '../database/openDatabase.ts'
import type { JobRunner } from '../jobs/pool.ts'
import type { RunningJob } from '../jobs/runningJobs.ts'
import { storageFailure } from '../storageFailure.ts'
import { isReissue } from './isReissue.ts'
import { listSources } from './listSources.ts'
import { ParsedFile, type ParsedSource, SOURCE_LIMIT } from './parsedSource.ts'
import {
  addVersion,
  findByUrl,
  findSame,
  getArticle,
  insertArticle,
  restoreArticle,
  type SameArticle,
  sha256,
} from './store.ts'
import { unreadable } from './unreadable.ts'

/** One source waiting to be read: where its bytes are, and what the person knows it as. */
export interface WaitingSource {
  file: string
  name: string
  url?: string
}

/** What an import works with. */
export interface ImportContext {
  db: Database
  parser: JobRunner
  job: RunningJob
  now: () => Date
  logError: (error: unknown, context: string) => void
}

/**
 * Takes sources in, one after another, each wholly or not at all. Gives a line for each; a source that cannot
 * be read is refused with its reason and the rest go on. A cancel ends it early, with a line for each source
 * that was dealt with. Throws only when the archive itself cannot go on (a full disk).
 */
export async function importSources(
  sources: readonly WaitingSource[],
  at: ImportContext,
): Promise<ImportReport> {
  const lines: ImportLine[] = []
  for (const [index, source] of sources.entries()) {
    at.job.progress(index, sources.length, source.name)
    if (at.job.signal.aborted) break
    const line = await importOne(source, at)
    if (line === 'cancelled') break
    lines.push(line)
  }
  at.job.progress(lines.length, sources.length, 'Done')
  return { lines, unread: sources.length - lines.length }
}

/** Every file below the paths, in a settled order; a path that is not there becomes a refused line. */
export async function importPaths(paths: readonly string[], at: ImportContext): Promise<ImportReport> {
  const { files, refused } = await listSources(paths)
  const waiting = files.map(file => ({ file, name: file }))
  const { lines, unread } = await importSources(waiting, at)
  return { lines: [...refused.map(({ path, reason }) => refusal(path, reason)), ...lines], unread }
}

async function importOne(source: WaitingSource, at: ImportContext): Promise<ImportLine | 'cancelled'> {
  try {
    const bytes = await readSource(source)
    const hash = sha256(bytes)
    const same = findSame(at.db, { sha256: hash })
    if (same) return takeDuplicate(source, same, at)
    const parsed = await parse(source, bytes, at)
    return storeParsed(source, { bytes, sha256: hash, origin: originOf(source.name), parsed }, at)
  } catch (error) {
    const failure = error instanceof Failure ? error : storageFailure(error)
    if (!failure) throw error
    if (failure.code === 'cancelled') return 'cancelled'
    if (failure.code !== 'disk-full') return refusal(source.name, failure.message)
    throw new Failure('disk-full', `${basename(source.name)} was not taken in. ${failure.message}`, {
      cause: error,
    })
  }
}

/**
 * Has the source read in a process of its own and checks what comes back. An importer that fails over a
 * stranger's file, or gives what cannot be stored, refuses that file and no other.
 */
async function parse(source: WaitingSource, bytes: Uint8Array, at: ImportContext): Promise<ParsedSource> {
  const name = basename(source.name)
  try {
    const answer = await at.parser.run(
      { name, bytes, url: source.url },
      { signal: at.job.signal, timeLimit: 30_000 },
    )
    return ParsedFile.parse(answer).articles[0]!
  } catch (error) {
    if (error instanceof Failure) {
      if (error.code === 'cancelled' || error.message.includes(name)) throw error
      throw new Failure(error.code, `${name} was not taken in. ${error.message}`, { cause: error })
    }
    at.logError(error, `parsing ${name}`)
    throw new Failure(
      'unreadable-file',
      `${name} could not be read: it is not built as a text or web page should be. It was not taken in. Save it anew as text, and add that.`,
      { cause: error },
    )
  }
}

function storeParsed(
  source: WaitingSource,
  incoming: Parameters<typeof insertArticle>[1],
  { db, now }: ImportContext,
): ImportLine {
  const { title, text, url } = incoming.parsed
  const time = now().toISOString()
  const same = findSame(db, { textSha256: sha256(text), url })
  if (same) return takeDuplicate(source, same, { db })
  const known = url === null ? null : findByUrl(db, url)
  if (known === null || !isReissue(getArticle(db, known.articleId), incoming.parsed)) {
    return line(
      source,
      'added',
      insertArticle(db, incoming, time),
      title,
      doubtfulEncoding(source, incoming.parsed),
    )
  }
  const version = addVersion(db, known.articleId, incoming, time)
  const back = known.removed ? ' It was in the bin and has been put back.' : ''
  const reason = `The text at ${url} has changed: kept as version ${version}.${back}`
  return line(source, 'version', known.articleId, title, reason)
}

/** Worth saying when the bytes were not sound Unicode: a guess may have changed a pound sign or an accent. */
function doubtfulEncoding({ name }: WaitingSource, { encoding }: ParsedSource): string | null {
  if (/^utf-/i.test(encoding) && !encoding.includes('replaced')) return null
  return `${basename(name)} was read as ${encoding}. Check its accented letters and currency signs.`
}

function takeDuplicate(
  source: WaitingSource,
  same: SameArticle,
  { db }: Pick<ImportContext, 'db'>,
): ImportLine {
  if (same.removed) restoreArticle(db, same.articleId)
  const { title } = getArticle(db, same.articleId)
  const older = `It is version ${same.version} of an article whose newest version is ${same.newest}`
  const here = same.version === same.newest ? 'It is in the archive already' : older
  const reason = same.removed
    ? `${here}; it was in the bin and has been put back.`
    : `${here}; nothing was changed.`
  return line(source, 'duplicate', same.articleId, title, reason)
}

async function readSource(source: WaitingSource): Promise<Uint8Array> {
  const name = basename(source.name)
  try {
    const { size } = await stat(source.file)
    if (size > SOURCE_LIMIT) {
      const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
      throw new Failure(
        'unreadable-file',
        `${name} is ${megabytes(size)} MB and the limit is ${megabytes(SOURCE_LIMIT)} MB. It was not taken in. Save the article alone, without its pictures, and add that.`,
      )
    }
    return await readFile(source.file)
  } catch (error) {
    throw error instanceof Failure ? error : (unreadable(name, error) ?? storageFailure(error) ?? error)
  }
}

/** The name a person knows a source by, from any system's path, with nothing in it that a screen would obey. */
const originOf = (name: string): string =>
  showBidiControls(name.split(/[\\/]/).at(-1) || name).replaceAll(/\p{Cc}/gu, '�')

const refusal = (path: string, reason: string): ImportLine => ({
  path,
  outcome: 'refused',
  articleId: null,
  title: null,
  reason,
})

const line = (
  { name }: WaitingSource,
  outcome: ImportLine['outcome'],
  articleId: string,
  title: string,
  reason: string | null,
): ImportLine => ({ path: name, outcome, articleId, title, reason })
