/** Does pieces of work one after another. */
export interface Turns {
  /** Puts a piece in line, an urgent one before those that are not. It is left out once the returned function is called. */
  add(isUrgent: boolean, work: () => Promise<void>): () => void
}

/** What a piece of work throws is its own to catch. */
export function createTurns(): Turns {
  const urgent: (() => Promise<void>)[] = []
  const others: (() => Promise<void>)[] = []
  let isRunning = false

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    // So that all that is added in this turn of the event loop is there to choose from.
    await null
    for (let work = next(); work; work = next()) await work()
    isRunning = false
  }
  const next = () => urgent.shift() ?? others.shift()

  return {
    add: (isUrgent, work) => {
      const line = isUrgent ? urgent : others
      line.push(work)
      void run()
      return () => {
        const at = line.indexOf(work)
        if (at >= 0) line.splice(at, 1)
      }
    },
  }
}
