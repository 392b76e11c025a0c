import type { Refuse } from '../../parsedSource.ts'

const endOfChain = -2
const none = -1
const entrySize = 128
/** Streams shorter than this, in bytes, lie in small sectors of 64 bytes (MS-CFB 2.2 and 2.6.4). */
const smallest = 4096
/** Storages within storages: messages attached to messages. */
const deepest = 64

/**
 * Looks through a compound file (MS-CFB) before a parser follows its chains, which a hostile file ties into rings:
 * every chain ends, every entry is reached once, and the streams together are no longer than the file. `refuse`
 * throws. Linear in the length of the file.
 */
export function checkCompoundFile(bytes: Uint8Array, refuse: Refuse): void {
  const broken = (): never =>
    refuse('it is damaged or incomplete. Save it again from Outlook, and import that copy.')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const int = (at: number): number => (at >= 0 && at + 4 <= file.length ? file.readInt32LE(at) : broken())
  const shift = int(30) & 0xffff
  if (shift !== 9 && shift !== 12) broken()
  const sectors = createSectors(file.length, 1 << shift, int, broken)
  const directory = sectors.chain(int(48))
  const count = (directory.length * sectors.size) / entrySize
  const entryAt = (index: number): number =>
    sectors.at(directory[Math.floor((index * entrySize) / sectors.size)]!) +
    ((index * entrySize) % sectors.size)
  if (count === 0 || file[entryAt(0) + 66] !== 5) broken()
  sectors.chain(int(entryAt(0) + 116))
  const small = sectors.smallSectors(int(60), int(64))

  let total = 0
  const seen = new Set<number>([0])
  const waiting = [{ index: int(entryAt(0) + 76), depth: 1 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { index, depth } = next
    if (index === none) continue
    if (index < 0 || index >= count || seen.has(index)) broken()
    if (depth > deepest)
      refuse(
        'messages are attached to messages in it too deep to be followed. Save the one you need by itself.',
      )
    seen.add(index)
    const at = entryAt(index)
    const type = file[at + 66]
    if (type !== 1 && type !== 2) continue
    waiting.push({ index: int(at + 68), depth }, { index: int(at + 72), depth })
    if (type === 1) waiting.push({ index: int(at + 76), depth: depth + 1 })
    else {
      const size = int(at + 120)
      total += size
      if (size < 0 || total > file.length) broken()
      if (size >= smallest) sectors.reaches(int(at + 116), size)
      else if (size > 0) small(int(at + 116))
    }
  }
}

interface Sectors {
  /** Bytes of one. */
  size: number
  /** Where one begins in the file. */
  at(sector: number): number
  /** The sectors of a chain, which must end. */
  chain(start: number): number[]
  /** Checks that a chain is as long as `size` bytes need. */
  reaches(start: number, size: number): void
  /** Gives a function that checks that a chain of small sectors ends. */
  smallSectors(start: number, count: number): (start: number) => void
}

function createSectors(
  length: number,
  size: number,
  int: (at: number) => number,
  broken: () => never,
): Sectors {
  const sectors = Math.ceil(length / size) - 1
  const perSector = size / 4
  const at = (sector: number): number => (sector >= 0 && sector < sectors ? (sector + 1) * size : broken())
  const table = allocationTable(int, at, perSector, sectors, broken)
  const following = (tables: readonly number[], sector: number): number => {
    const holding = tables[Math.floor(sector / perSector)]
    return sector < 0 || holding === undefined ? endOfChain : int(at(holding) + 4 * (sector % perSector))
  }
  const chain = (start: number): number[] => {
    const found: number[] = []
    for (let sector = start; sector !== endOfChain && sector !== none; sector = following(table, sector)) {
      if (sector < 0 || sector >= sectors || found.length > sectors) broken()
      found.push(sector)
    }
    return found
  }
  return {
    size,
    at,
    chain,
    reaches: (start, bytes) => {
      let sector = start
      for (let left = bytes; left > 0; left -= size) {
        at(sector)
        sector = following(table, sector)
      }
    },
    smallSectors: (start, count) => {
      const tables: number[] = []
      if (count < 0 || count > sectors) broken()
      for (let sector = start; tables.length < count && sector > 0; sector = following(table, sector)) {
        at(sector)
        tables.push(sector)
      }
      return first => {
        let steps = 0
        // A stream that lies there is of 64 small sectors at most; a writer may have left a few more to it.
        for (let sector = first; sector !== endOfChain; sector = following(tables, sector))
          if (sector < 0 || ++steps > 128) broken()
      }
    },
  }
}

/** The sectors that hold the allocation table: 109 are named in the header, the others in a chain (MS-CFB 2.5). */
function allocationTable(
  int: (at: number) => number,
  at: (sector: number) => number,
  perSector: number,
  sectors: number,
  broken: () => never,
): number[] {
  const table: number[] = []
  const count = int(44)
  const more = int(72)
  if (count < 1 || count > sectors || more < 0 || more > sectors) broken()
  for (let i = 0; i < Math.min(count, 109); i++) table.push(int(76 + 4 * i))
  let sector = int(68)
  for (let i = 0; i < more && sector >= 0; i++) {
    const start = at(sector)
    for (let j = 0; j < perSector - 1 && table.length < count; j++) table.push(int(start + 4 * j))
    sector = int(start + 4 * (perSector - 1))
  }
  return table
}
