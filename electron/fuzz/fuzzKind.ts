import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from '../../shared/contract/failure.ts'
import { containerKinds, detectKind, leafKinds, type SourceKind } from '../backend/articles/detectKind.ts'
import { msgBytes, type WrittenMessage } from '../backend/articles/parse/mail/fixtures/msgBytes.ts'
import type { SourceBytes } from '../backend/articles/parsedSource.ts'
import type { BackendHost } from '../backend/host.ts'
import type { ReadSources } from '../backend/jobs/parse.ts'
import { createJobPool, createJobRunner, type JobRunner } from '../backend/jobs/pool.ts'
import { seededRandom } from '../bench/generateArticle.ts'
import { projectFolder } from '../node/nodeHost.ts'
import { mutate } from './mutate.ts'
import { mutatePart, zipParts } from './mutateZip.ts'

/** What became of the mutants of one kind of file. */
export interface Tally {
  job: 'parse' | 'unpack'
  kind: SourceKind
  mutants: number
  /** Read as if nothing were wrong with them. */
  read: number
  /** Refused in words. */
  refused: number
  /** Refused because the reader threw what nobody foresaw. */
  unforeseen: number
  /** The first few of those, for whoever mends it. */
  errors: string[]
  /** The process that read it died: by the memory watch, or by itself. */
  died: number
  /** It had not answered after thirty seconds. */
  hung: number
  /** Milliseconds that the slowest took. */
  slowest: number
}

export const fuzzedKinds: readonly [Tally['job'], SourceKind][] = [
  ...leafKinds.map(kind => ['parse', kind] as const),
  ...containerKinds.map(kind => ['unpack', kind] as const),
].map(([job, kind]) => [job, kind])

const timeLimit = 30_000
/** So many mutants travel together, and so many batches are under way. */
const batch = 8

/**
 * Has mutants of the fixtures of one kind read by the very processes that read strangers' files, and counts what became
 * of them. The same seed gives the same mutants. Throws when there is no fixture of that kind.
 */
export async function fuzzKind(
  host: BackendHost,
  [job, kind]: readonly [Tally['job'], SourceKind],
  { mutants, seed }: { mutants: number; seed: number },
): Promise<Tally> {
  const random = seededRandom(seed)
  const originals = fixtures()
    .filter(fixture => detectKind(fixture) === kind)
    .map(fixture => ({ ...fixture, parts: zipParts(fixture.bytes) }))
  if (originals.length === 0) throw new Error(`there is no fixture of the kind ${kind}`)
  const others = fixtures().map(({ bytes }) => bytes)
  const tally: Tally = {
    job,
    kind,
    mutants,
    read: 0,
    refused: 0,
    unforeseen: 0,
    errors: [],
    died: 0,
    hung: 0,
    slowest: 0,
  }
  const runner = createJobPool(2, () =>
    createJobRunner(host, job, why => new Failure('unreadable-file', `given up: ${why}`)),
  )
  const next = (): SourceBytes => {
    const original = originals[Math.floor(random() * originals.length)]!
    // A zip that is damaged outside is refused at its door; what is inside is reached through a sound one.
    const isInside = original.parts !== null && random() < 0.7
    const bytes = isInside
      ? mutatePart(original.parts!, others, random)
      : mutate(original.bytes, others, random)
    return { name: original.name, bytes }
  }
  let left = mutants
  const work = async (): Promise<void> => {
    while (left > 0) {
      const sources = Array.from({ length: Math.min(batch, left) }, next)
      left -= sources.length
      await (job === 'parse' ? parseAll(runner, sources, tally) : unpackAll(runner, sources, tally))
    }
  }
  try {
    await Promise.all([work(), work()])
  } finally {
    runner.close()
  }
  return tally
}

async function parseAll(runner: JobRunner, sources: readonly SourceBytes[], tally: Tally): Promise<void> {
  const answers = await timed(tally, sources.length, () => runner.run({ sources }, { timeLimit }))
  if (answers instanceof Error) {
    if (sources.length === 1) return giveUp(tally, answers)
    for (const source of sources) await parseAll(runner, [source], tally)
    return
  }
  for (const answer of (answers as ReadSources).read) {
    if ('file' in answer) tally.read++
    else {
      tally.refused++
      if ('failed' in answer) note(tally, answer.failed)
    }
  }
}

async function unpackAll(runner: JobRunner, sources: readonly SourceBytes[], tally: Tally): Promise<void> {
  for (const source of sources) {
    const answer = await timed(tally, 1, () => runner.run(source, { timeLimit, onItem: async () => {} }))
    if (!(answer instanceof Error)) tally.read++
    else if (answer instanceof Failure && !answer.message.startsWith('given up')) tally.refused++
    else if (answer instanceof Failure) giveUp(tally, answer)
    else {
      tally.refused++
      note(tally, answer.message)
    }
  }
}

async function timed(tally: Tally, count: number, work: () => Promise<unknown>): Promise<unknown> {
  const started = performance.now()
  const answer = await work().catch((error: Error) => error)
  tally.slowest = Math.max(tally.slowest, (performance.now() - started) / count)
  return answer
}

function note(tally: Tally, error: string): void {
  tally.unforeseen++
  if (tally.errors.length < 5) tally.errors.push(error.slice(0, 400))
}

function giveUp(tally: Tally, error: Error): void {
  if (error.message.includes('longer than')) tally.hung++
  else tally.died++
}

/** No program here writes what Outlook does, so its message is made by the book. */
const message: WrittenMessage = {
  subject: 'The quay wall',
  sender: ['Ann Ode', 'ann@example.org'],
  body: 'The quay wall is to be mended in June. It will cost two million.',
  html: '<p>The quay wall is to be mended in <b>June</b>.</p>',
  sent: new Date('2025-03-04T03:30:00Z'),
  attachments: [
    { fileName: 'annex.txt', data: new TextEncoder().encode('Words of the annex.') },
    { subject: 'Inner', body: 'The message that was sent on.' },
  ],
}

let known: SourceBytes[] | null = null

/** The files that the readers' own tests read, and the sample's articles. */
function fixtures(): SourceBytes[] {
  if (known) return known
  const articles = join(projectFolder, 'electron', 'backend', 'articles')
  const files = [
    ...readdirSync(articles, { recursive: true, encoding: 'utf8' })
      .filter(
        path => /[\\/]fixtures[\\/][^\\/]+$/.test(path) && !/\.(?:ts|README\.md)$|README\.md$/.test(path),
      )
      .map(path => join(articles, path)),
    ...readdirSync(join(projectFolder, 'assets', 'sample', 'articles')).map(name =>
      join(projectFolder, 'assets', 'sample', 'articles', name),
    ),
  ].filter(path => /\.\w+$/.test(path))
  known = [
    ...files.sort().map(path => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
    { name: 'message.msg', bytes: msgBytes(message) },
  ]
  return known
}
