/**
 * The quotation marks to print before and after a source's words, which are never changed themselves: none where
 * the words bring their own, only the closing one where the source goes on speaking in its next paragraph.
 */
export function marksAround(words: string): [open: string, close: string] {
  const text = words.trim()
  const opensItself = /^[“"]/.test(text)
  const closings = text.slice(1).match(/[”"]/g)?.length ?? 0
  if (opensItself && closings === 0) return ['', '”']
  if (opensItself && closings === 1 && /[”"]$/.test(text)) return ['', '']
  return ['“', '”']
}
