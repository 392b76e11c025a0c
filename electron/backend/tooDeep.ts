/** No call and no briefing nests deeper; what does would overflow the stack of whatever reads it. */
const depthLimit = 200

/** Whether a JSON value nests deeper than Despatch reads. Looks at each level without calling itself. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= depthLimit; depth++) {
    const below: unknown[] = []
    for (const each of level) {
      if (typeof each !== 'object' || each === null) continue
      for (const child of Object.values(each))
        if (typeof child === 'object' && child !== null) below.push(child)
    }
    if (below.length === 0) return false
    level = below
  }
  return true
}
