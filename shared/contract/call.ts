import type { z } from 'zod'

/** A query reads; a command writes, and is refused when the archive is read-only. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
  /** Only the command line, or a host after its own picker or a drop, may make this call: it names paths. */
  readonly hostOnly?: true
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  kind: 'query',
  input,
  output,
})

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  kind: 'command',
  input,
  output,
})

export const hostOnly = <I extends z.ZodType, O extends z.ZodType>(call: Call<I, O>): Call<I, O> => ({
  ...call,
  hostOnly: true,
})
