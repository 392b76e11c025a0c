const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const printNothing = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g

/**
 * One line that reads the same way everywhere: bidirectional embeddings, overrides and isolates, which can make a
 * name look like another one, are written out as "[U+202E]"; the harmless direction marks and characters that
 * print nothing are dropped; white space becomes single spaces. For titles, names and file names, not for text.
 * The characters are those of Unicode Standard Annex 9, section 2.
 */
export function showBidiControls(line: string): string {
  return line
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(printNothing, '')
    .replace(bidiControls, written)
    .trim()
}

function written(control: string): string {
  if (control === '\u061c' || control === '\u200e' || control === '\u200f') return ''
  return `[U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
}
