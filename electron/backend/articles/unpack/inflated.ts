import type { Transform } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

/** A few bytes at a time: they may grow a thousandfold before anything is counted. */
const slice = 1024

/**
 * What a decoder of node:zlib makes of bytes, piece by piece. When they turn out to be damaged, what comes before the
 * damage is given first, but for the last kilobyte, and then the error is thrown; a stream's own iterator would
 * lose all that it holds.
 */
export async function* inflated(decoder: Transform, bytes: Uint8Array): AsyncGenerator<Buffer> {
  let ready: Buffer[] = []
  const state: { failure?: Error } = {}
  decoder.on('data', piece => ready.push(piece))
  let ended = false
  const done = new Promise<void>(resolve => {
    const end = (): void => {
      ended = true
      resolve()
    }
    decoder.on('end', end)
    decoder.on('close', end)
    decoder.on('error', error => {
      state.failure = error
      end()
    })
  })
  const taken = (): Buffer[] => {
    const pieces = ready
    ready = []
    return pieces
  }
  try {
    for (let at = 0; at < bytes.length && !ended; at += slice) {
      const written = new Promise<void>(resolve => {
        decoder.write(bytes.subarray(at, at + slice), () => resolve())
      })
      // Of zeros that fill up a gzip file the decoder takes nothing, and never says so.
      await Promise.race([written, done])
      await setImmediate()
      yield* taken()
    }
    if (!ended) decoder.end()
    await done
    yield* taken()
    if (state.failure) throw state.failure
  } finally {
    decoder.destroy()
  }
}
