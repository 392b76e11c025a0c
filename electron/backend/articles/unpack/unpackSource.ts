import { Failure } from '../../../../shared/contract/failure.ts'
import { type ContainerKind, detectKind, isContainer } from '../detectKind.ts'
import type { SourceBytes } from '../parsedSource.ts'
import { createBudget, type UnpackLimits } from './budget.ts'
import { type Member, unpackLimits } from './member.ts'
import { Refused, Spent } from './refused.ts'
import type { About, Room, Unpacker } from './room.ts'
import { safeName } from './safeName.ts'

const unpackers: Record<ContainerKind, () => Promise<Unpacker>> = {
  eml: async () => (await import('./unpackMail.ts')).unpackMail,
  msg: async () => (await import('./unpackMsg.ts')).unpackMsg,
  warc: async () => (await import('./unpackWarc.ts')).unpackWarc,
  zip: async () => (await import('./unpackZip.ts')).unpackZip,
}

/**
 * Takes a container apart, containers within it as well, on one budget. Every member given is a file to read; it is
 * awaited, so that members never pile up. A member that cannot be taken out is given with the reason, and so is the
 * rest when the budget is used up. Throws a {@link Failure} `unreadable-file` when the container itself is damaged.
 */
export async function unpackSource(
  source: SourceBytes,
  give: (member: Member) => Promise<void>,
  limits: UnpackLimits = unpackLimits,
): Promise<void> {
  const budget = createBudget(limits)
  const distinct = distinctPaths()
  const hand = (labels: readonly string[], rest: Omit<Member, 'path'>): Promise<void> =>
    give({ path: distinct(labels), ...rest })
  const refuse = (labels: readonly string[], reason: string): Promise<void> =>
    hand(labels, { bytes: new Uint8Array(), refused: `${labels.at(-1)} was not imported: ${reason}` })

  const roomFor = (container: SourceBytes, labels: readonly string[]): Room => ({
    budget,
    put: async (name, bytes, about) => {
      budget.member()
      const inside = below(labels, name)
      if (inside.length > limits.depth) await refuse(nearest(inside), tooDeep(limits.depth))
      else await place({ name: inside.at(-1)!, bytes, ...about }, inside)
    },
    putSelf: () => hand(labels, leaf(container)),
    refuse: async (name, reason) => {
      budget.member()
      await refuse(nearest(below(labels, name)), reason)
    },
    refuseRest: reason =>
      hand(labels, {
        bytes: new Uint8Array(),
        refused: `The rest of ${labels.at(-1)} was not imported: ${reason}`,
      }),
  })
  const place = async (member: SourceBytes, labels: readonly string[]): Promise<void> => {
    const kind = detectKind(member)
    if (!isContainer(kind)) return hand(labels, leaf(member))
    try {
      const unpack = await unpackers[kind]()
      await unpack(member, roomFor(member, labels))
    } catch (error) {
      if (!(error instanceof Refused) || labels.length === 1) throw error
      await refuse(labels, error.message)
    }
  }

  const name = safeName(source.name).at(-1) ?? 'The file'
  try {
    await place({ ...source, name }, [name])
  } catch (error) {
    if (error instanceof Refused)
      throw new Failure('unreadable-file', `${name} was not imported: ${error.message}`, { cause: error })
    if (!(error instanceof Spent)) throw error
    await hand([name], {
      bytes: new Uint8Array(),
      refused: `The rest of ${name} was not imported: ${error.message}, and no more is taken out of one archive. Unpack it, and import the files you need a few at a time.`,
    })
  }
}

const below = (labels: readonly string[], name: string): string[] => {
  const inside = safeName(name)
  return [...labels, ...(inside.length > 0 ? inside : ['Untitled'])]
}

/** The ends of a path too long to be shown. */
const nearest = (labels: readonly string[]): string[] =>
  labels.length > 8 ? [...labels.slice(0, 3), '…', labels.at(-1)!] : [...labels]

const tooDeep = (depth: number): string =>
  `it lies more than ${depth} folders and archives deep. Take it out and import it by itself.`

/** Bytes of its own: a view of its container's bytes would carry all of these across to another process. */
function leaf({ bytes, url, capturedAt, mediaType }: SourceBytes): Omit<Member, 'path'> {
  const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  const own = isAlone ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
  const about: About = { url: fitting(url, 4000), capturedAt, mediaType: fitting(mediaType, 200) }
  const known = Object.entries(about).filter(([, value]) => value !== undefined)
  return { bytes: own, ...Object.fromEntries(known) }
}

const fitting = (value: string | undefined, longest: number): string | undefined =>
  value && value.length <= longest ? value.toWellFormed() : undefined

/** Joins labels into paths no two of which read the same, not even where small and capital letters are one. */
function distinctPaths(): (labels: readonly string[]) => string {
  const seen = new Map<string, number>()
  return labels => {
    const joined = labels.join('/')
    const path =
      joined.length <= 3900 ? joined : `${joined.slice(0, 1950)}…${joined.slice(-1950)}`.toWellFormed()
    const times = (seen.get(path.toLowerCase()) ?? 0) + 1
    seen.set(path.toLowerCase(), times)
    return times === 1 ? path : path.replace(/(\.[^./]{1,10})?$/, ` (${times})$1`)
  }
}
