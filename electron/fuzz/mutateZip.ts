import { inflateRawSync } from 'node:zlib'
import { type ZipMember, zipBytes } from '../backend/articles/fixtures/hostile/zipBytes.ts'
import { mutate } from './mutate.ts'

/** What a sound zip holds, unpacked; null when the bytes are no zip. */
export function zipParts(bytes: Uint8Array): ZipMember[] | null {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.of(0x50, 0x4b, 5, 6))
  if (end < 0 || zip.readUInt32BE(0) !== 0x504b0304) return null
  const parts: ZipMember[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const isStored = zip.readUInt16LE(at + 10) === 0
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + packed)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    parts.push({ name, data: isStored ? data : inflateRawSync(data), isStored })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

/** A sound zip of the same parts, one of them damaged. */
export function mutatePart(
  parts: readonly ZipMember[],
  others: readonly Uint8Array[],
  random: () => number,
): Uint8Array {
  const chosen = Math.floor(random() * parts.length)
  return zipBytes(
    parts.map((part, i) => (i === chosen ? { ...part, data: mutate(part.data, others, random) } : part)),
  )
}
