/** What was typed, when it is a web address; null when it is not. */
export function webAddress(typed: string): string | null {
  const address = typed.trim()
  return /^https?:\/\/\S+$/i.test(address) && address.length <= 4000 ? address : null
}
