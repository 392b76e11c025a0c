/** Between two sentences: the first ends at `end`, the next begins at `start`. Glued sentences have both equal. */
export interface SentenceBreak {
  end: number
  start: number
}

const abbreviations = new Set(
  (
    'Mr Mrs Ms Dr Prof St Rev Hon Lt Gen Col Capt Sgt Maj Cmdr Gov Sen Rep Messrs Fig Art Vol Jan Feb Mar Apr ' +
    'Jun Jul Aug Sep Sept Oct Nov Dec vs cf al approx'
  ).split(' '),
)
const addressParts = new Set(['gov', 'co', 'com', 'org', 'net', 'www', 'ac', 'uk', 'js', 'io'])

/**
 * Where sentences meet in a paragraph, in order, in UTF-16 code units. A full stop, question or exclamation mark or
 * an ellipsis, with the quotes and brackets that close on it, ends a sentence when a capital (after a space also a
 * figure) follows. Initials, titles, web addresses and figures such as £1.5m do not.
 */
export function sentenceBreaks(text: string): SentenceBreak[] {
  const breaks: SentenceBreak[] = []
  const marks = /["]|[.!?…]+/g
  let quoteOpen = false
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') {
      quoteOpen = !quoteOpen
      continue
    }
    let end = mark.index + mark[0].length
    while (end < text.length) {
      const closer = text[end]!
      if (closer === '"' ? !quoteOpen : !"”’»)]'".includes(closer)) break
      if (closer === '"') quoteOpen = false
      end++
    }
    marks.lastIndex = end
    let start = end
    while (start < text.length && isSpace(text[start]!)) start++
    if (
      start < text.length &&
      begins(text, start, start === end) &&
      ends(text, mark.index, mark[0], end, start)
    )
      breaks.push({ end, start })
  }
  return breaks
}

function begins(text: string, start: number, glued: boolean): boolean {
  const first = '“‘"\'«(['.includes(text[start]!) ? start + 1 : start
  const letter = String.fromCodePoint(text.codePointAt(first) ?? 32)
  return /\p{Lu}/u.test(letter) || (!glued && /[\d£$€]/.test(letter))
}

function ends(text: string, stop: number, marks: string, end: number, start: number): boolean {
  if (marks !== '.') return true
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, stop - 20), stop))![0]
  const glued = start === end
  if (/^nos?$/i.test(before)) return !/\d/.test(text[start]!)
  if (abbreviations.has(before)) return false
  if (/^\p{L}$/u.test(before) && (!glued || /\p{Lu}/u.test(before))) return false
  if (!glued || end > stop + 1) return true
  return !isAddress(text, stop, before)
}

/** GOV.UK, example.Com, a@b.Org, https://a.Test: a stop inside a name rather than after a sentence. */
function isAddress(text: string, stop: number, before: string): boolean {
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(stop + 1, stop + 21))![0]
  if (after === 'UK') {
    if (before === before.toUpperCase() || addressParts.has(before)) return true
  } else if (addressParts.has(after.toLowerCase())) return true
  if (addressParts.has(before.toLowerCase()) && before === before.toLowerCase()) return true
  const word = /\S*$/.exec(text.slice(Math.max(0, stop - 200), stop))![0]
  return word.includes('://') || word.includes('@') || word.startsWith('www.')
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\u00a0'
}
