import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** After this many wrong tokens the exchange closes. Browsers already let in go on. */
const FAILURES_ALLOWED = 10

/** So many launch links may wait to be used; the oldest gives way. */
const LINKS_WAITING = 16

/** Who is let in. A launch token works once and buys a session; both are 256 bits nobody can guess. */
export interface Admission {
  newLaunchToken(): string
  /** Gives a session for a token, or says why not: the token is wrong or spent, or the exchange has closed. */
  exchange(token: string): { session: string } | 'wrong' | 'closed'
  admits(session: string | undefined): boolean
}

export function newAdmission(): Admission {
  const waiting: Buffer[] = []
  const sessions: Buffer[] = []
  let failures = 0
  return {
    newLaunchToken() {
      const token = newSecret()
      waiting.push(digest(token))
      if (waiting.length > LINKS_WAITING) waiting.shift()
      return token
    },
    exchange(token) {
      if (failures >= FAILURES_ALLOWED) return 'closed'
      const found = indexIn(waiting, token)
      if (found < 0) {
        failures++
        return 'wrong'
      }
      waiting.splice(found, 1)
      const session = newSecret()
      sessions.push(digest(session))
      return { session }
    },
    admits: session => session !== undefined && indexIn(sessions, session) >= 0,
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url')

/** Secrets are kept and compared as hashes of one length, so the time taken tells nothing about them. */
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

function indexIn(secrets: Buffer[], candidate: string): number {
  const wanted = digest(candidate)
  let found = -1
  // Every one is compared, also after a match.
  for (const [index, secret] of secrets.entries()) if (timingSafeEqual(secret, wanted)) found = index
  return found
}
