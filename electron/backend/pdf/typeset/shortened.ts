/** The first words of a text on one line, at most `limit` of them, with an ellipsis where words were left out. */
export function shortened(text: string, limit: number): string {
  const words = text.split(/\s+/).filter(word => word !== '')
  return words.length <= limit
    ? words.join(' ')
    : `${words
        .slice(0, limit)
        .join(' ')
        .replace(/[,;:.–—-]+$/, '')} …`
}

/** The last words of a text on one line, at most `limit` of them, with an ellipsis where words were left out. */
export function ending(text: string, limit: number): string {
  const words = text.split(/\s+/).filter(word => word !== '')
  return words.length <= limit ? words.join(' ') : `… ${words.slice(-limit).join(' ')}`
}
