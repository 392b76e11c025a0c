/**
 * Whether anything in a text may have been run together: a capital, or a quotation that begins with one, right behind a
 * letter, a figure, a stop or a closing mark; or five capitals in a row. Most paragraphs have nothing of the kind, and are
 * told by one look at each character instead of eight expressions. It may say yes in vain, never no.
 */
export function mayBeGlued(text: string): boolean {
  let before: number = kind.apart
  let capitals = 0
  for (let i = 0; i < text.length; i++) {
    let own = kindAt(text, i)
    if (own === kind.capital) {
      if (before === kind.joins || ++capitals === 5) return true
    } else {
      capitals = 0
      if (before === kind.joins && own !== kind.apart && begins(text, i)) return true
      // A straight mark opens where nothing stands before it.
      if (own === kind.straight)
        own = before === kind.joins || before === kind.capital ? kind.joins : kind.opens
    }
    before = own
  }
  return false
}

/** A quotation that begins with a capital, or the one agency whose name begins with a small letter. */
function begins(text: string, at: number): boolean {
  const own = kindAt(text, at)
  if (own !== kind.joins) return at + 1 < text.length && kindAt(text, at + 1) === kind.capital
  return text[at] === 'i' && text.startsWith('iStock', at)
}

const kind = {
  /** White space and dashes: what follows them stands by itself. */
  apart: 1,
  capital: 2,
  opens: 3,
  straight: 4,
  /** Anything else. */
  joins: 5,
} as const

const known = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const remembered = known[code]!
  if (remembered !== 0) return remembered
  const found = kindOf(text[at]!)
  known[code] = found
  return found
}

function kindOf(character: string): number {
  // Half a character may be half a capital.
  if (/[\p{Lu}\ud800-\udfff]/u.test(character)) return kind.capital
  if (/[\s–—-]/.test(character)) return kind.apart
  if (/["']/.test(character)) return kind.straight
  return /[“‘«([]/.test(character) ? kind.opens : kind.joins
}
