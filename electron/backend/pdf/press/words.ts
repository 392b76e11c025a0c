/** A stretch of text between two places where a line may end. */
export interface Word {
  text: string
  /** What follows: a space, which vanishes at a line's end; a mere chance to break; a forced break; or nothing. */
  ending: 'space' | 'chance' | 'newline' | 'nothing'
}

/**
 * Cuts text into words. Lines break at spaces, after a hyphen or dash inside a word, after the slashes and other
 * joints of a long address, and at a zero-width space; never at a non-breaking space or hyphen. No hyphen is ever
 * added: soft hyphens and other characters that print nothing are left out.
 */
export function cutWords(text: string): Word[] {
  const known = cut.get(text)
  if (known) return known
  const words = cutAnew(text)
  if (text.length < 200) {
    if (cut.size > 20_000) cut.clear()
    cut.set(text, words)
  }
  return words
}

const cut = new Map<string, Word[]>()

function cutAnew(text: string): Word[] {
  const words: Word[] = []
  const solids = printable(text)
  let start = 0
  while (start < solids.length) {
    let end = start
    let code = solids.charCodeAt(end)
    while (end < solids.length && code !== SPACE && code !== NEWLINE) code = solids.charCodeAt(++end)
    const ending = end === solids.length ? 'nothing' : code === NEWLINE ? 'newline' : 'space'
    addPieces(words, solids.slice(start, end), ending)
    start = end + 1
    if (ending === 'space') while (solids.charCodeAt(start) === SPACE) start++
  }
  return words
}

const SPACE = 0x20
const NEWLINE = 0x0a

function addPieces(words: Word[], solid: string, ending: Word['ending']): void {
  if (solid.length <= LONG && !hasJoint.test(solid)) {
    words.push({ text: solid, ending })
    return
  }
  const pieces = solid.split(joints(solid))
  pieces.forEach((piece, i) => {
    words.push({ text: unbroken(piece), ending: i === pieces.length - 1 ? ending : 'chance' })
  })
}

/** What a short word may be cut at, or has to be printed otherwise. */
const hasJoint = /[-–—\u00a0\u2007\u200b\u2011\u202f]/

/** Breaking spaces become plain ones; what prints nothing goes; composed letters are used where they exist. */
function printable(text: string): string {
  if (/^[\x20-\x7e\n£–‘’“”\u00a0]*$/.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, '\n')
    .replace(/[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' ')
    .replace(silent, '')
}

/**
 * Control characters, soft hyphens, joiners, direction marks, variation selectors. The zero-width space stays: it is
 * a chance to break.
 */
const silent = /(?!\u200b)\p{Default_Ignorable_Code_Point}|(?!\n)\p{Cc}|[\ufff9-\ufffb]/gu

const dashes = /(?<=[\p{L}\p{N}][-–—])(?=[\p{L}\p{N}])|(?<=[—\u200b])/u
const addressJoints = /(?<=[-–—/?&=_.#\u200b])(?=[^-–—/?&=_.#])/u
const LONG = 30

/** Where inside a word without spaces a line may end. */
const joints = (solid: string): RegExp => (solid.length > LONG ? addressJoints : dashes)

/** Non-breaking characters have done their work by now and print as their plain twins. */
const unbroken = (text: string): string =>
  /[\u00a0\u2007\u200b\u2011\u202f]/.test(text)
    ? text
        .replace(/[\u00a0\u2007\u202f]/g, ' ')
        .replaceAll('\u2011', '-')
        .replaceAll('\u200b', '')
    : text
