import { classAt, characterClass as is, isInWord, sizeAt } from './characters.ts'

/** Where the word that begins at an offset ends: letters, digits and marks, with apostrophes between letters. */
export function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === is.letter || kind === is.digit || kind === is.mark) at += sizeAt(text, at)
    else if (kind === is.apostrophe && classAt(text, at + 1) === is.letter && at > start) at++
    else if (kind === is.ignorable) {
      const after = afterIgnorables(text, at)
      if (!isInWord(classAt(text, after))) return at
      at = after
    } else return at
  }
  return at
}

function afterIgnorables(text: string, from: number): number {
  let at = from
  while (classAt(text, at) === is.ignorable) at++
  return at
}
