/** Signatures from the formats' own specifications: the bytes a file of that kind begins with, in hexadecimal. */
const signatures: readonly (readonly [hex: string, kind: string])[] = [
  ['255044462d', 'a PDF'],
  ['504b0304', 'a zip archive or an Office document (such as .docx)'],
  ['504b0506', 'an empty zip archive'],
  ['d0cf11e0a1b11ae1', 'an older Office document or an Outlook message (such as .doc or .msg)'],
  ['7b5c727466', 'a Rich Text document (.rtf)'],
  ['89504e470d0a1a0a', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['49492a00', 'a picture (TIFF)'],
  ['4d4d002a', 'a picture (TIFF)'],
  ['52494646', 'a picture, sound or film (RIFF)'],
  ['1f8b', 'a compressed archive (gzip)'],
  ['377abcaf271c', 'a compressed archive (7z)'],
  ['526172211a07', 'a compressed archive (RAR)'],
  ['53514c69746520666f726d617420', 'a database (SQLite)'],
  ['7f454c46', 'a program'],
  ['4d5a9000', 'a program'],
]

/** What the first bytes show a file to be, in words with an article ("a PDF"), or null if it may be text. */
export function unreadableKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  if (head.slice(8, 16) === '66747970') return 'a picture, sound or film (MP4 or HEIC)'
  return signatures.find(([hex]) => head.startsWith(hex))?.[1] ?? null
}
