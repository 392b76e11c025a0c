import type { unpackLimits } from './member.ts'
import { Refused, Spent } from './refused.ts'

export type UnpackLimits = { readonly [limit in keyof typeof unpackLimits]: number }

/** Counts what comes out of a container, all levels together. What a header claims is never counted. */
export interface Budget {
  /** Starts a member. Throws {@link Spent} when there were enough. */
  member(): void
  /** Starts something that is only looked at: a folder, a picture of a page. Far more of these are let pass. */
  passOver(): void
  /** A counter for the bytes of one member; it throws {@link Refused} or {@link Spent} when there are too many. */
  counter(): (bytes: number) => void
  /** Counts bytes that belong to no single member. Throws {@link Spent}. */
  count(bytes: number): void
}

/** How many entries are looked at for each that may be taken out. */
const looksPerMember = 50

export function createBudget(limits: UnpackLimits): Budget {
  let members = 0
  let passed = 0
  let whole = 0
  const count = (bytes: number): void => {
    whole += bytes
    if (whole > limits.whole) throw new Spent(`it holds more than ${megabytes(limits.whole)} unpacked`)
  }
  return {
    count,
    member: () => {
      members++
      if (members > limits.members) throw new Spent(`it holds more than ${limits.members} files`)
    },
    passOver: () => {
      passed++
      if (passed > limits.members * looksPerMember)
        throw new Spent(`it holds more than ${limits.members * looksPerMember} entries`)
    },
    counter: () => {
      let own = 0
      return bytes => {
        count(bytes)
        own += bytes
        if (own > limits.member) throw tooBig(limits.member)
      }
    },
  }
}

export const tooBig = (limit: number): Refused =>
  new Refused(
    `it is larger than ${megabytes(limit)} when unpacked. Take it out of its archive and split it into single articles.`,
  )

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`
