import { dirname, join } from 'node:path'
import { Failure } from '../../../../shared/contract/fault.ts'
import { showBidiControls } from '../../../../shared/text/bidiControls.ts'
import { detectKind, isContainer, type SourceKind } from '../detectKind.ts'
import type { SourceBytes } from '../parsedSource.ts'
import { sha256 } from '../sha256.ts'
import { sourceLimit } from '../sourceLimit.ts'
import { unpackLimits } from '../unpack/member.ts'
import type { FileReader } from './fileReader.ts'
import type { FoundSource, ImportContext, RefusedSource, WaitingSource } from './source.ts'
import { unpackMembers } from './unpackMembers.ts'
import { named, unreadable } from './unreadable.ts'

/**
 * The files that a waiting source holds: itself, or what is in it when it is a container, each as it is found. One that
 * cannot be read comes with the reason. Throws when the import is cancelled, and only then.
 */
export async function* findSources(
  source: WaitingSource,
  at: ImportContext,
  read: FileReader,
): AsyncGenerator<FoundSource | RefusedSource> {
  const name = nameOf(source.name)
  try {
    const { bytes, kind } = await readSource(source, name, read)
    const whole: SourceBytes = { name, bytes, ...(source.url ? { url: source.url } : {}) }
    if (!isContainer(kind)) {
      yield found(whole, source.name, name, kind)
      return
    }
    let members = 0
    for await (const { path, bytes: inner, refused, ...given } of unpackMembers(whole, at)) {
      members++
      const reported = join(dirname(source.name), path)
      if (refused !== undefined) yield { path: reported, refused }
      // A message is itself the first of its members.
      else if (path === name) yield found({ ...whole, ...given, bytes: inner }, source.name, name)
      else {
        const own = nameOf(path)
        yield found({ ...given, name: own, bytes: inner }, reported, `${own} in ${name}`)
      }
    }
    if (members === 0)
      yield {
        path: source.name,
        refused: `${name} was not imported: there is nothing in it that can be read as an article. Open it and add the files you want by themselves.`,
      }
  } catch (error) {
    if (at.job.signal.aborted) throw error
    yield { path: source.name, refused: whyNot(name, error, at) }
  }
}

/** Why a source was not taken in. What nobody foresaw is a fault of the file, and costs the others nothing. */
function whyNot(name: string, error: unknown, at: ImportContext): string {
  if (error instanceof Failure) return named(name, error.message)
  at.logError(error, `opening ${name}`)
  return `${name} could not be opened: it is not built as a file of its kind should be. It was not taken in. If there are files in it, take them out and add those.`
}

const found = (bytes: SourceBytes, path: string, origin: string, kind = detectKind(bytes)): FoundSource => ({
  ...bytes,
  path,
  origin: origin.slice(0, 500),
  kind,
  sha256: sha256(bytes.bytes),
})

async function readSource(
  { file }: WaitingSource,
  name: string,
  read: FileReader,
): Promise<{ bytes: Uint8Array; kind: SourceKind }> {
  try {
    const { size, bytes } = await read(file, unpackLimits.whole)
    if (bytes === null) throw tooLarge(name, size, unpackLimits.whole)
    const kind = detectKind({ name, bytes })
    if (size > sourceLimit(kind) && !isContainer(kind)) throw tooLarge(name, size, sourceLimit(kind))
    return { bytes, kind }
  } catch (error) {
    throw error instanceof Failure ? error : (unreadable(name, error) ?? error)
  }
}

function tooLarge(name: string, size: number, limit: number): Failure {
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  return new Failure(
    'unreadable-file',
    `${name} is ${megabytes(size)} MB and the limit is ${megabytes(limit)} MB. It was not taken in. Save the article alone, without its pictures, and add that.`,
  )
}

/** The name a person knows a source by, from any system's path, with nothing in it that a screen would obey. */
const nameOf = (path: string): string =>
  showBidiControls(path.split(/[\\/]/).findLast(part => part.trim() !== '') ?? '').replaceAll(
    /\p{Cc}/gu,
    '�',
  ) || 'unnamed'
