/**
 * The words of a piece of HTML, roughly as they would be read: good enough to show what was pasted, when the
 * program it comes from gave no plain text with it. Nothing in it is loaded or run. One pass: it comes from strangers.
 */
export function wordsOfHtml(html: string): string {
  const lower = html.toLowerCase()
  let words = ''
  let at = 0
  for (;;) {
    const open = html.indexOf('<', at)
    words += plain(html.slice(at, open < 0 ? undefined : open))
    if (open < 0) break
    const isComment = html.startsWith('<!--', open)
    const name = /^<\/?([a-z][a-z0-9]{0,15})/.exec(lower.slice(open, open + 20))?.[1] ?? ''
    const unread = !isComment && lower[open + 1] !== '/' && passedOver.has(name)
    const close = unread ? lower.indexOf(`</${name}`, open) : open
    const end = close < 0 ? -1 : html.indexOf(isComment ? '-->' : '>', close)
    if (end < 0) break
    if (endsLine.has(name)) words += '\n'
    at = end + (isComment ? 3 : 1)
  }
  return words
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

const passedOver = new Set(['style', 'script', 'title', 'template', 'noscript'])
const endsLine = new Set(['br', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'blockquote'])

const plain = (text: string) =>
  text
    .replace(/[\s\0]/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) =>
      name
        ? (named[name.toLowerCase()] ?? whole)
        : character(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const character = (code: number) =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
