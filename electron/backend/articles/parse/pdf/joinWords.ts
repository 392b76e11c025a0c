/** How the lines of a paragraph become one: with spaces, and without the hyphens that only the lines' ends made. */
export type JoinLines = (lines: readonly string[]) => string

/** Looks at how words are written within lines, so that "well-" + "informed" keeps a hyphen that it has elsewhere. */
export function lineJoiner(lines: readonly string[]): JoinLines {
  const words = new Set<string>()
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}\p{N}]{1,60}(?:-[\p{L}\p{N}]{1,60}){0,3}/gu) ?? []
    for (const word of found) words.add(word)
  }
  return lines => {
    const pieces: string[] = []
    lines.forEach((line, i) => {
      const next = lines[i + 1]
      pieces.push(...(next === undefined ? [line] : joint(line, next)))
    })
    return pieces.join('')
  }

  /** A line as it stands before the next, and what stands between them. */
  function joint(line: string, next: string): [string, string] {
    const end = /[\p{L}\p{N}-]{0,60}(?<=\p{L})[-\u2010\u00ad]$/u.exec(line.slice(-80))?.[0]
    const start = /^\p{Ll}[\p{L}\p{N}]{0,60}/u.exec(next.slice(0, 80))?.[0]
    if (!end || !start) return [line, isCompound(line, next) ? '' : ' ']
    const stem = end.slice(0, -1)
    const whole = `${stem}${start}`.toLowerCase()
    const hyphened = `${stem}-${start}`.toLowerCase()
    const keeps = !end.endsWith('\u00ad') && words.has(hyphened) && !words.has(whole)
    return [line.slice(0, -1), keeps ? '-' : '']
  }
}

/** "Anglo-" + "Saxon", "3-" + "5": the hyphen was there before the line ended. */
const isCompound = (line: string, next: string): boolean =>
  /[\p{L}\p{N}][-\u2010\u2011]$/u.test(line.slice(-3)) && /^[\p{Lu}\p{N}]/u.test(next)
