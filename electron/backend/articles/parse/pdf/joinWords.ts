/** How two lines of one paragraph become one: with a space, or without the hyphen that only the line's end made. */
export type JoinLines = (line: string, next: string) => string

/** Looks at how words are written within lines, so that "well-" + "informed" keeps a hyphen that it has elsewhere. */
export function lineJoiner(lines: readonly string[]): JoinLines {
  const words = new Set<string>()
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}\p{N}]{1,60}(?:-[\p{L}\p{N}]{1,60}){0,3}/gu) ?? []
    for (const word of found) words.add(word)
  }
  return (line, next) => {
    const end = /[\p{L}\p{N}-]{0,60}(?<=\p{L})[-\u2010\u00ad]$/u.exec(line.slice(-80))?.[0]
    const start = /^\p{Ll}[\p{L}\p{N}]{0,60}/u.exec(next)?.[0]
    if (!end || !start) return `${line}${isCompound(line, next) ? '' : ' '}${next}`
    const stem = end.slice(0, -1)
    const whole = `${stem}${start}`.toLowerCase()
    const hyphened = `${stem}-${start}`.toLowerCase()
    const keeps = !end.endsWith('\u00ad') && words.has(hyphened) && !words.has(whole)
    return `${line.slice(0, -1)}${keeps ? '-' : ''}${next}`
  }
}

/** "Anglo-" + "Saxon", "3-" + "5": the hyphen was there before the line ended. */
const isCompound = (line: string, next: string): boolean =>
  /[\p{L}\p{N}][-\u2010\u2011]$/u.test(line.slice(-3)) && /^[\p{Lu}\p{N}]/u.test(next)
