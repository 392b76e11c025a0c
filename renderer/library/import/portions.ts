/** How many files the first call takes, so that something is seen soon, and how many each call after it. */
const firstFiles = 40
const laterFiles = 400

/** Files in the portions in which they are handed over: while one is read, the next is on its way. */
export function portionsOf<T>(files: readonly T[]): T[][] {
  const portions: T[][] = []
  for (let from = 0; from < files.length; ) {
    const size = from === 0 ? firstFiles : laterFiles
    portions.push(files.slice(from, from + size))
    from += size
  }
  return portions
}
