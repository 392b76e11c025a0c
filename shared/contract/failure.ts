/**
 * What can go wrong, as a caller may react to it. `internal` is the only code whose cause is not told:
 * the error was logged whole and crosses as a plain sentence.
 */
export const faultCodes = [
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
  'broken-reference',
  'export-failed',
  'cancelled',
  'not-here',
  'host-gone',
  'internal',
] as const
export type FaultCode = (typeof faultCodes)[number]

/**
 * A fault on its way up through code. `message` says what happened, what was kept and what to do. It stands apart from
 * the schemas, so that a process which only reads files need not load them.
 */
export class Failure extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
  }
}
