import { z } from 'zod'
import { Failure } from '../../../../shared/contract/fault.ts'
import { BuiltSegment } from '../../search/builtSegment.ts'
import type { SourceKind } from '../detectKind.ts'
import { IncomingFile } from '../incomingSource.ts'
import { isPlainIncoming } from '../isPlainIncoming.ts'
import type { FoundSource, ImportContext } from './source.ts'
import { named } from './unreadable.ts'

/** Milliseconds for one file, and for several small ones together. */
const timeLimit = 30_000
const batchTimeLimit = 10_000

/** Files that are read in a process that nothing else is read in: what one does to its libraries must not meet the next. */
const isolatedKinds: ReadonlySet<SourceKind> = new Set(['docx', 'msg'])
/** So are files of more bytes: what reading one leaves in memory would count against the next. */
const isolatedBytes = 4 * 1024 * 1024
/** Files of these kinds are quick to read, so several travel together. */
export const lightKinds: ReadonlySet<SourceKind> = new Set([
  'text',
  'markdown',
  'html',
  'mhtml',
  'eml',
  'ris',
  'bibtex',
  'csl',
])

/** A file ready to be stored. */
export interface ReadFile {
  file: IncomingFile
  /** The search index of the articles of this file and others, and which of them is the first of this file. */
  index: BuiltSegment
  first: number
}

/** What became of a source: the file ready to be stored, or why it was not taken in. */
export type ReadSource = ReadFile | Failure

/**
 * Has sources read in a process of their own and checks what comes back. When the process dies or takes too long over
 * several, each is tried alone, so that one hostile file costs the others nothing. Throws only when the import
 * is cancelled.
 */
export async function readSources(sources: readonly FoundSource[], at: ImportContext): Promise<ReadSource[]> {
  if (sources.length === 0) return []
  try {
    const limit = sources.length > 1 ? batchTimeLimit : timeLimit
    const isolated = sources.some(
      ({ kind, bytes }) => isolatedKinds.has(kind) || bytes.byteLength > isolatedBytes,
    )
    const { read, index } = Answer.parse(
      await at.parser.run(
        {
          sources: sources.map(({ name, bytes, url, capturedAt, mediaType }) => ({
            name,
            bytes,
            url,
            capturedAt,
            mediaType,
          })),
        },
        { signal: at.job.signal, timeLimit: limit, isolated },
      ),
    )
    let first = 0
    return sources.map((source, i) => {
      const answer = read[i]!
      const file = checked(source, answer, at)
      const own = first
      first += 'file' in answer ? articlesIn(answer.file) : 0
      return file instanceof Failure ? file : { file, index, first: own }
    })
  } catch (error) {
    if (at.job.signal.aborted) throw error
    if (sources.length === 1) return [toFailure(sources[0]!, error, at)]
    const alone: ReadSource[] = []
    for (const source of sources) alone.push(...(await readSources([source], at)))
    return alone
  }
}

/** The outer shape only: what each file holds is checked by itself, so that one that is ill-made refuses no other. */
const Answer = z.object({
  read: z.array(
    z.union([
      z.object({ file: z.unknown() }),
      z.object({ refused: z.string() }),
      z.object({ failed: z.string() }),
    ]),
  ),
  index: BuiltSegment,
})

function checked(
  source: FoundSource,
  answer: z.infer<typeof Answer>['read'][number],
  at: ImportContext,
): IncomingFile | Failure {
  if ('refused' in answer) return new Failure('unreadable-file', answer.refused)
  if ('failed' in answer) return toFailure(source, answer.failed, at)
  const file = isPlainIncoming(answer.file)
    ? ({ success: true, data: answer.file } as const)
    : IncomingFile.safeParse(answer.file)
  if (!file.success) return toFailure(source, file.error, at)
  // The bytes that were sent are the bytes that are kept.
  return file.data.sha256 === source.sha256 ? file.data : toFailure(source, 'the bytes came back changed', at)
}

const articlesIn = (file: unknown): number =>
  ((file as { articles?: unknown[] } | null)?.articles ?? []).length

function toFailure({ name }: FoundSource, error: unknown, at: ImportContext): Failure {
  if (error instanceof Failure) return new Failure(error.code, named(name, error.message), { cause: error })
  at.logError(error, `parsing ${name}`)
  return new Failure(
    'unreadable-file',
    `${name} could not be read: it is not built as a file of its kind should be. It was not taken in. Save it anew, or as plain text, and add that.`,
    { cause: error },
  )
}
