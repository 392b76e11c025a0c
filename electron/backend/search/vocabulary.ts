import { type TokenColumns, wordOf } from '../../../shared/search/scan.ts'
import { firstRemembered } from '../../../shared/search/terms.ts'
import { commonNumber, pairOf } from './commonPairs.ts'
import { inOrder } from './inOrder.ts'
import { longer } from './intColumn.ts'
import { longestTerm } from './termBytes.ts'
import { formTerm } from './terms.ts'

/**
 * The names that this process has put into dictionaries, each under a number of its own. The next batch of texts has mostly
 * the same: their letters need not be looked at again, nor need they be put in order.
 */
export interface Vocabulary {
  readonly names: readonly string[]
  numberOf(name: string): number
  /** The term of a word, which is given as it stands in its column of tokens; -1 when it is too long for one. */
  termOf(tokens: TokenColumns, word: number): number
  /** The form of a word whose term was asked for; -1 when it has none that is not its term. */
  formOf(tokens: TokenColumns, word: number): number
  /** Two common words side by side. The first may be -1: a document's first word makes a pair with nothing. */
  pairOf(first: number, second: number): number
  /** The numbers of all names, in the order of their UTF-16 code units. */
  inOrder(): Int32Array
}

let kept: { vocabulary: Vocabulary; since: number } | null = null

/** The vocabulary of this process; a new one when words have been forgotten, so that it does not grow for ever. */
export function vocabulary(): Vocabulary {
  const since = firstRemembered()
  if (kept?.since !== since) kept = { since, vocabulary: newVocabulary(since) }
  return kept.vocabulary
}

function newVocabulary(firstWord: number): Vocabulary {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const pairs = new Map<number, number>()
  /** By the number of a remembered word, plus one: the numbers of its term and of its form. */
  let terms = new Int32Array(1 << 12)
  let forms = new Int32Array(1 << 12)
  let order = new Int32Array(0)

  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    const number = names.push(name) - 1
    numbers.set(name, number)
    return number
  }
  const termIn = (tokens: TokenColumns, word: number): number => {
    const { term } = wordOf(tokens, word)
    return term.length < longestTerm ? numberOf(term) : -1
  }
  const formIn = (tokens: TokenColumns, word: number): number => {
    const { form, term } = wordOf(tokens, word)
    return form !== '' && form !== term && form.length < longestTerm ? numberOf(formTerm(form)) : -1
  }
  return {
    names,
    numberOf,
    termOf(tokens, word) {
      if (word < 0) return termIn(tokens, word)
      const at = word - firstWord
      if (at >= terms.length) {
        terms = longer(terms, at + 1)
        forms = longer(forms, at + 1)
      }
      if (terms[at] === 0) {
        terms[at] = termIn(tokens, word) + 1 || -1
        forms[at] = formIn(tokens, word) + 1
      }
      return terms[at]! < 0 ? -1 : terms[at]! - 1
    },
    formOf: (tokens, word) => (word < 0 ? formIn(tokens, word) : forms[word - firstWord]! - 1),
    pairOf(first, second) {
      const key = (first < 0 ? 0 : commonNumber(names[first]!)) * 1024 + commonNumber(names[second]!)
      let pair = pairs.get(key)
      if (pair === undefined) {
        pair = numberOf(pairOf(names[first] ?? '', names[second]!))
        pairs.set(key, pair)
      }
      return pair
    },
    inOrder() {
      if (order.length < names.length) order = withNew(order, names)
      return order
    },
  }
}

/** The order with the names that came since, each put in its place. */
function withNew(order: Int32Array, names: readonly string[]): Int32Array<ArrayBuffer> {
  const known = order.length
  const fresh = names.slice(known)
  const all = new Int32Array(names.length)
  let copied = 0
  let at = 0
  for (const each of inOrder(fresh)) {
    const name = fresh[each]!
    let low = copied
    let high = known
    while (low < high) {
      const middle = (low + high) >> 1
      if (names[order[middle]!]! < name) low = middle + 1
      else high = middle
    }
    all.set(order.subarray(copied, low), at)
    at += low - copied
    copied = low
    all[at++] = known + each
  }
  all.set(order.subarray(copied), at)
  return all
}
