/** What a character is to the scanner of words. */
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass]

export const characterClass = {
  gap: 1,
  letter: 2,
  /** A digit from 0 to 9, which may begin a number. */
  digit: 3,
  /** Goes with the character before it. */
  mark: 4,
  /** Written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. */
  unspaced: 5,
  /** Within a word it is as if it were not there: soft hyphen, joiners. */
  ignorable: 6,
  apostrophe: 7,
  hyphen: 8,
} as const

const known = new Uint8Array(0x10000)

/** The class of the character that begins at an offset of a text; a gap past its end. */
export function classAt(text: string, at: number): CharacterClass {
  const code = text.charCodeAt(at)
  // NaN past the end.
  if (!(code >= 0)) return characterClass.gap
  if ((code & 0xfc00) === 0xd800) return classAbove(text.codePointAt(at)!)
  const remembered = known[code]!
  if (remembered !== 0) return remembered as CharacterClass
  const found = classify(text[at]!)
  known[code] = found
  return found
}

/** How many UTF-16 code units the character at an offset takes. */
export function sizeAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** Characters beyond the first 65,536 are few in a text, and of those few kinds. */
const knownAbove = new Map<number, CharacterClass>()

function classAbove(code: number): CharacterClass {
  const remembered = knownAbove.get(code)
  if (remembered !== undefined) return remembered
  const found = classify(String.fromCodePoint(code))
  if (knownAbove.size < 10_000) knownAbove.set(code, found)
  return found
}

/** Whether a word goes on with it. */
export function isInWord(kind: CharacterClass): boolean {
  return kind === characterClass.letter || kind === characterClass.digit || kind === characterClass.mark
}

function classify(character: string): CharacterClass {
  if (/[0-9]/.test(character)) return characterClass.digit
  if (/['’ʼ＇]/.test(character)) return characterClass.apostrophe
  if (/[-\u2010\u2011\ufe63\uff0d]/.test(character)) return characterClass.hyphen
  if (/[\u00ad\u200b\u2060\ufeff]|\u200c|\u200d|[\ufe00-\ufe0f]/.test(character))
    return characterClass.ignorable
  if (/[\p{M}\uff9e\uff9f]/u.test(character)) return characterClass.mark
  if (/[\p{L}\p{N}\p{Co}]/u.test(character)) {
    return unspacedScript.test(character) ? characterClass.unspaced : characterClass.letter
  }
  return characterClass.gap
}

const unspacedScript =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
