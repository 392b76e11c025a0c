import { z } from 'zod'

/**
 * What can go wrong, as a caller may react to it. `internal` is the only code whose cause is not told:
 * the error was logged whole and crosses as a plain sentence.
 */
export const FaultCode = z.enum([
  'invalid-input',
  'unknown-call',
  'not-found',
  'quote-not-found',
  'quote-not-unique',
  'stale-revision',
  'archive-in-use',
  'archive-read-only',
  'archive-damaged',
  'archive-unsuitable',
  'disk-full',
  'unreadable-file',
  'missing-glyph',
  'missing-source',
  'export-failed',
  'cancelled',
  'not-here',
  'host-gone',
  'internal',
])
export type FaultCode = z.infer<typeof FaultCode>

export const Fault = z.object({ code: FaultCode, message: z.string() })
export type Fault = z.infer<typeof Fault>

/** A fault on its way up through code. `message` says what happened, what was kept and what to do. */
export class Failure extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
  }
}

/** What crosses between the far side and the backend: a value, or a fault as data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }

/** Gives the value of a reply, or throws its fault as a {@link Failure}. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new Failure(reply.fault.code, reply.fault.message)
}
