import { z } from 'zod'
import { Failure, faultCodes } from './failure.ts'

export { Failure }

export const FaultCode = z.enum(faultCodes)
export type FaultCode = z.infer<typeof FaultCode>

export const Fault = z.object({ code: FaultCode, message: z.string() })
export type Fault = z.infer<typeof Fault>

/** What crosses between the far side and the backend: a value, or a fault as data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }

/** Gives the value of a reply, or throws its fault as a {@link Failure}. */
export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new Failure(reply.fault.code, reply.fault.message)
}
