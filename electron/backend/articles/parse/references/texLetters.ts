/** TeX's accents (The TeXbook, chapter 9) as combining characters. */
const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

const letters: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'ı',
  j: 'ȷ',
  pounds: '£',
  textsterling: '£',
  texteuro: '€',
  euro: '€',
  copyright: '©',
  S: '§',
  P: '¶',
  dag: '†',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textdegree: '°',
  textbackslash: '\\',
  textasciitilde: '~',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
}

/** A value of a BibTeX file as a reader reads it: accents become letters, commands and braces go. One pass. */
export function texLetters(tex: string): string {
  let out = ''
  for (let i = 0; i < tex.length; ) {
    const char = tex[i]!
    if (char === '\\') {
      const { written, end } = command(tex, i)
      out += written
      i = end
    } else {
      if (char === '~') out += '\u00a0'
      else if (char !== '{' && char !== '}' && char !== '$') out += char
      i++
    }
  }
  return out
    .replace(/``|''/g, mark => (mark === '``' ? '“' : '”'))
    .replace(/---?/g, dash => (dash.length === 3 ? '—' : '–'))
    .normalize('NFC')
    .replace(/\s{1,1000}/g, ' ')
    .trim()
}

function command(tex: string, from: number): { written: string; end: number } {
  const word = /[a-z]{1,40}/iy
  word.lastIndex = from + 1
  const name = word.exec(tex)?.[0] ?? tex[from + 1] ?? ''
  let end = from + 1 + name.length
  const isWord = /[a-z]/i.test(name)
  if (isWord) while (tex[end] === ' ') end++
  const accent = Object.hasOwn(accents, name) ? accents[name]! : null
  if (accent) {
    const argument =
      /\s{0,10}(?:\{\s{0,10}(?:\\([ij])\s{0,10}|(\p{L}))\s{0,10}\}|\\([ij])(?![a-z])\s{0,10}|(\p{L}))/iuy
    argument.lastIndex = end
    const found = argument.exec(tex)
    const letter = found?.slice(1).find(Boolean)
    if (letter) return { written: letter + accent, end: argument.lastIndex }
  }
  if (isWord) return { written: Object.hasOwn(letters, name) ? letters[name]! : '', end }
  return { written: /[&%$#_{} -]/.test(name) ? name.replace('-', '') : name === '\\' ? ' ' : '', end }
}
