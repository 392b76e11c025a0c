/** Numbers at which careless arithmetic goes wrong, as one, two and four bytes. */
const awkward = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/**
 * A file damaged in one to eight places: bits turned, bytes set to awkward numbers, stretches cut out, doubled, moved,
 * taken from another file, repeated many times, or everything after a point lost. `random` gives numbers in [0, 1).
 */
export function mutate(
  original: Uint8Array,
  others: readonly Uint8Array[],
  random: () => number,
): Uint8Array {
  let bytes = Buffer.from(original)
  const upTo = (limit: number): number => Math.floor(random() * limit)
  const changes = 1 + upTo(8)
  for (let i = 0; i < changes && bytes.length > 0; i++) {
    const at = upTo(bytes.length)
    const end = Math.min(bytes.length, at + 1 + upTo(random() < 0.5 ? 16 : 2048))
    const piece = bytes.subarray(at, end)
    switch (upTo(8)) {
      case 0:
        bytes[at]! ^= 1 << upTo(8)
        break
      case 1:
        put(bytes, at, awkward[upTo(awkward.length)]!)
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)])
        break
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, end), piece, bytes.subarray(end)])
        break
      case 4: {
        const to = upTo(bytes.length)
        piece.copy(bytes, to, 0, Math.min(piece.length, bytes.length - to))
        break
      }
      case 5: {
        const other = others[upTo(others.length)] ?? bytes
        const from = upTo(other.length)
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          other.subarray(from, from + 1 + upTo(512)),
          bytes.subarray(at),
        ])
        break
      }
      case 6:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          ...Array.from({ length: 1 + upTo(200) }, () => piece.subarray(0, 64)),
          bytes.subarray(at),
        ])
        break
      default:
        if (random() < 0.3) bytes = bytes.subarray(0, at)
        else bytes[at] = upTo(256)
    }
  }
  return new Uint8Array(bytes)
}

function put(bytes: Buffer, at: number, number: number): void {
  const width = number > 0xffff ? 4 : number > 0xff ? 2 : 1
  for (let i = 0; i < width && at + i < bytes.length; i++) bytes[at + i] = (number >>> (8 * i)) & 0xff
}
