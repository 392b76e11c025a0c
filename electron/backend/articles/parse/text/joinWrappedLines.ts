import type { DraftBlock } from '../draftBlock.ts'

/** Lines longer than this, in characters, were not wrapped by hand or by a mail program. */
const widestWrap = 100
const narrowestWrap = 40

/** The paragraphs of a text: its lines, those joined by a space that were one line before somebody wrapped it. */
export function joinWrappedLines(text: string): DraftBlock[] {
  const lines = text
    .split('\n')
    .map(line => (/[^\S ]| {2}/.test(line) ? line.replace(/\s+/g, ' ') : line).trim())
  const openings = repeatedOpenings(lines)
  const blocks: DraftBlock[] = []
  for (let from = 0; from < lines.length; ) {
    if (!lines[from]) {
      from++
      continue
    }
    let to = from + 1
    while (to < lines.length && lines[to] && lines[to - 1]!.length <= widestWrap) to++
    for (const block of joinRun(lines.slice(from, to), openings)) blocks.push(block)
    from = to
  }
  return blocks
}

/** A run of lines without a blank one between them, all but the last short enough to have been wrapped. */
function joinRun(lines: readonly string[], openings: ReadonlySet<string>): DraftBlock[] {
  const width = wrapWidth(lines)
  const blocks: DraftBlock[] = []
  let words: string[] = []
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    const joins =
      previous !== undefined &&
      !openings.has(opening(line)) &&
      !listMark.test(line) &&
      isWrap(previous, line, width)
    if (!joins && words.length > 0) {
      blocks.push(draft(words))
      words = []
    }
    words.push(line)
  })
  blocks.push(draft(words))
  return blocks
}

const listMark = /^(?:[•▪◦‣·●]|[-*–] |\(?\d{1,2}[.)] )\s*\S/u

function draft(lines: readonly string[]): DraftBlock {
  const text = lines.join(' ')
  if (/^#{1,6} \S/.test(text)) return { kind: 'heading', text }
  return { kind: listMark.test(text) ? 'listItem' : 'paragraph', text }
}

/**
 * The width a run was wrapped at, or 0 if it was not: then several breaks fall in mid-sentence, before a small
 * letter, and no word that follows a break would have fitted on the line before it.
 */
function wrapWidth(lines: readonly string[]): number {
  let midSentence = 0
  let width = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    width = Math.max(width, lines[i]!.length)
    if (/^\p{Ll}/u.test(lines[i + 1]!) && !/[.!?:…]["”’']?$/.test(lines[i]!)) midSentence++
  }
  const wrapped = width >= narrowestWrap && midSentence * 5 >= lines.length - 1 && midSentence >= 1
  return wrapped ? width : 0
}

function isWrap(line: string, next: string, width: number): boolean {
  if (width === 0) return false
  const nextWord = next.slice(0, 60).split(' ', 1)[0]!
  if (/^\p{Ll}/u.test(next) && !/[.!?:]$/.test(line)) return line.length >= narrowestWrap / 2
  return line.length + 1 + nextWord.length > width
}

/** How lines begin that begin alike: a teaser and the text it was taken from. Each of them starts a paragraph. */
function repeatedOpenings(lines: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const line of lines) {
    const words = opening(line)
    if (!words) continue
    if (seen.has(words)) repeated.add(words)
    seen.add(words)
  }
  return repeated
}

/** The first five words of a line; empty if it has fewer. */
function opening(line: string): string {
  const words = line.slice(0, 200).split(' ', 6)
  return words.length > 5 ? words.slice(0, 5).join(' ') : ''
}
