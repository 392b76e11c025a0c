/** Of a character there are so many kinds: none, the marks, what lies between, digits, letters. */
const kinds = 46
const looked = 6
/** A key holds the first characters and, below them, which term it is. */
const places = 2 ** 19

/**
 * The numbers of the terms in the order of their UTF-16 code units, each term once. Nearly all are told apart by their
 * first characters packed into one number, for comparing strings would take most of the time of making an index.
 */
export function inOrder(terms: readonly string[]): Uint32Array {
  const before = (a: number, b: number): number => (terms[a]! < terms[b]! ? -1 : 1)
  if (terms.length > places) return Uint32Array.from(terms.keys()).sort(before)
  const keys = new Float64Array(terms.length)
  for (let i = 0; i < terms.length; i++) keys[i] = beginning(terms[i]!) * places + i
  keys.sort()
  const order = new Uint32Array(terms.length)
  for (let i = 0; i < order.length; i++) order[i] = keys[i]! % places
  for (let from = 0; from < order.length; ) {
    const first = Math.floor(keys[from]! / places)
    let to = from + 1
    while (to < order.length && keys[to]! < (first + 1) * places) to++
    if (to - from > 1) order.subarray(from, to).sort(before)
    from = to
  }
  return order
}

/** Grows with the term, and is alike for terms that are told apart later, or only by seldom characters. */
function beginning(term: string): number {
  let key = 0
  let isTold = true
  for (let i = 0; i < looked; i++) {
    const code = isTold && i < term.length ? term.charCodeAt(i) : 0
    const kind = kindOf(code)
    if (kind === between || kind === after || kind === others) isTold = false
    key = key * kinds + kind
  }
  return key
}

const between = 7
const after = 18
const others = 45

function kindOf(code: number): number {
  if (code >= 97) return code <= 122 ? code - 97 + 19 : others
  if (code > 57) return after
  if (code >= 48) return code - 48 + 8
  return code < 7 ? code : between
}
