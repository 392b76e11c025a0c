import { spawnSync } from 'node:child_process'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A page in sixteen greys, from 0 (black) to 15, row by row. */
export interface PagePicture {
  width: number
  height: number
  greys: Uint8Array
}

/** Dots per inch: enough to see a line that moved, and little to keep. */
const RESOLUTION = '40'

export const hasPdftoppm = (): boolean => spawnSync('pdftoppm', ['-v']).status === 0

/** A page of a file, from 1, as poppler draws it. */
export function drawnPage(file: string, page: number): PagePicture {
  const args = ['-gray', '-r', RESOLUTION, '-f', String(page), '-l', String(page), file]
  const { stdout, status } = spawnSync('pdftoppm', args, { maxBuffer: 64 * 1024 * 1024 })
  const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40)) ?? []
  if (status !== 0 || header === undefined) throw new Error(`Page ${page} was not drawn`)
  const greys = Uint8Array.from(stdout.subarray(header.length), value => value >> 4)
  return { width: Number(width), height: Number(height), greys }
}

/** How far two pictures differ: the share of dots that plainly do, and the most that any patch of them does. */
export function difference(a: PagePicture, b: PagePicture): { dots: number; patch: number } {
  if (a.width !== b.width || a.height !== b.height) return { dots: 1, patch: 1 }
  let dots = 0
  const across = Math.ceil(a.width / PATCH)
  const patches = new Float64Array(across * Math.ceil(a.height / PATCH))
  a.greys.forEach((grey, i) => {
    const differs = grey - b.greys[i]!
    if (Math.abs(differs) > PLAIN) dots++
    patches[across * Math.floor(Math.floor(i / a.width) / PATCH) + Math.floor((i % a.width) / PATCH)]! +=
      differs
  })
  const most = patches.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0)
  return { dots: dots / a.greys.length, patch: most / (PATCH * PATCH * 15) }
}

/** Dots on a side. */
const PATCH = 16
/** Of sixteen greys: the edges of letters differ by less from one version of poppler to the next. */
const PLAIN = 5

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** A PNG of four bits for each dot, its rows unfiltered. */
export function toPng({ width, height, greys }: PagePicture): Buffer {
  const stride = 1 + Math.ceil(width / 2)
  const rows = Buffer.alloc(stride * height)
  greys.forEach((grey, i) => {
    const x = i % width
    rows[stride * Math.floor(i / width) + 1 + (x >> 1)]! |= x % 2 === 0 ? grey << 4 : grey
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 4
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** Reads what {@link toPng} wrote. */
export function fromPng(png: Buffer): PagePicture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  if (png[24] !== 4 || png.toString('latin1', 37, 41) !== 'IDAT') throw new Error('A picture of another kind')
  const rows = inflateSync(png.subarray(41, 41 + length))
  const stride = 1 + Math.ceil(width / 2)
  const greys = Uint8Array.from({ length: width * height }, (_, i) => {
    const x = i % width
    const pair = rows[stride * Math.floor(i / width) + 1 + (x >> 1)]!
    return x % 2 === 0 ? pair >> 4 : pair & 15
  })
  return { width, height, greys }
}
