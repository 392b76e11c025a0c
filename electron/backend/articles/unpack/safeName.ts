import { showBidiControls } from '../../../../shared/text/bidiControls.ts'

/** Names longer than this, in UTF-16 code units, are cut in the middle; no file system lets a person make one. */
const longestName = 200

/** Windows obeys these as devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/**
 * The folders and the name in a name that a stranger wrote, as labels to show: none is empty, leads out of its
 * folder, names a drive, a stream or a device, or holds a character that does not show. Nothing is written there;
 * this keeps it so even if something one day is.
 */
export function safeName(written: string): string[] {
  return written
    .split(/[\\/]/)
    .filter(part => part !== '' && part !== '.')
    .map(safePart)
    .filter(part => part !== '')
}

function safePart(part: string): string {
  const shown = showBidiControls(
    shorten(part.toWellFormed())
      .normalize('NFC')
      .replace(/\p{Cc}/gu, shownControl),
  )
  const plain = shown.replaceAll(':', '_')
  const ended = plain.replace(/[. ]+$/, '') || '_'.repeat(plain.length)
  return deviceName.test(ended) ? `_${ended}` : ended
}

const shownControl = (control: string): string =>
  `[U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

/** Keeps the end, where a name says what kind of file it is. */
function shorten(name: string): string {
  if (name.length <= longestName) return name
  return `${name.slice(0, longestName - 41)}…${name.slice(-40)}`.toWellFormed()
}
