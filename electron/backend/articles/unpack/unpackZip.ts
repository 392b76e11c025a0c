import { tooBig } from './budget.ts'
import { unpackLimits } from './member.ts'
import { Refused } from './refused.ts'
import type { Room, Unpacker } from './room.ts'
import { type Entry, entriesOf, entryName, openZip, readEntry, type ZipFile } from './zipEntries.ts'

/** Takes the files out of a zip archive; what only systems put there is passed over. */
export const unpackZip: Unpacker = async ({ name: archive, bytes }, room) => {
  const zip = await openZip(bytes)
  const next = entriesOf(zip)
  let isFirst = true
  for (;;) {
    const entry = await next().catch(async error => {
      if (isFirst || !(error instanceof Refused)) throw error
      await room.refuseRest(error.message)
      return null
    })
    if (!entry) return
    const name = await entryName(entry)
    if (isFirst) refuseDocument(name, bytes)
    isFirst = false
    const isPassedOver = isFolder(entry, name) || isLink(entry) || isLeftBySystem(name)
    if (isPassedOver || isIndexOfPages(archive, name)) room.budget.passOver()
    else await takeOut(zip, entry, name, room)
  }
}

async function takeOut(zip: ZipFile, entry: Entry, name: string, room: Room): Promise<void> {
  let bytes: Uint8Array
  try {
    // A claim is never believed when it lets a member in; one that would keep it out saves the work.
    if (entry.uncompressedSize > unpackLimits.member) throw tooBig(unpackLimits.member)
    bytes = await readEntry(zip, entry, room.budget.counter())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return room.refuse(name, error.message)
  }
  await room.put(name, bytes)
}

const isFolder = (entry: Entry, name: string): boolean =>
  name.endsWith('/') || ((entry.externalFileAttributes & 0x10) !== 0 && entry.uncompressedSize === 0)

/** Unix keeps the kind of a file in the upper half of the attributes (APPNOTE.TXT 4.4.15; S_IFLNK is 0xa000). */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0xf000) === 0xa000

/** Files that a person never made: dot-files, the Mac's and Windows' notes about a folder. */
function isLeftBySystem(name: string): boolean {
  return name
    .split('/')
    .some(part => /^\.[^.]/.test(part) || /^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part))
}

/** A web archive in a zip (WACZ 1.1.1) has the archive in one folder, and lists of it in others. */
const isIndexOfPages = (archive: string, name: string): boolean =>
  /\.wacz$/i.test(archive) && !name.startsWith('archive/')

/** An OpenDocument file is a zip whose first member says so (OpenDocument 1.3, part 2, 3.3). */
function refuseDocument(firstName: string, bytes: Uint8Array): void {
  if (firstName !== 'mimetype') return
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 200))
  if (head.includes('application/vnd.oasis.opendocument'))
    throw new Refused(
      'this is an OpenDocument file, which cannot be read here. Save it as .docx or PDF, and import that copy.',
    )
}
