/** Milliseconds after the archive was opened: the desk is drawn by then. */
const rest = 1500
/** Milliseconds between two searches, for what the official does meanwhile. */
const pause = 30

const letters = [...'etaoinshrdlucmfwygpbvkjxqz']
const common = ['the of', 'and', 'government', 'in the', 'per cent', '"of the"', 'minister s', 'said -the']

/**
 * Asks for what many a search begins with, in the pauses after the desk has opened: the first search that an official types
 * then finds the engine warm and the commonest pages of the index in memory. Gives how to leave off. A search that fails ends
 * it; its fault is for whoever searches to hear.
 */
export function warmSearch(search: (words: string) => void): () => void {
  const left = [...letters, ...common]
  let timer = setTimeout(next, rest).unref()
  function next(): void {
    const words = left.shift()
    if (words === undefined) return
    try {
      search(words)
    } catch {
      return
    }
    timer = setTimeout(next, pause).unref()
  }
  return () => clearTimeout(timer)
}
