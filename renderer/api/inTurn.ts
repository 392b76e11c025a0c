/**
 * Does one piece of work at a time, in the order in which it was asked for. What is no longer wanted when its turn comes is not begun:
 * of the searches that typing asks for, those that a newer one has overtaken are never sent.
 */
export function inTurn(): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (signal, work) => {
    const begin = async () => {
      signal.throwIfAborted()
      return await work()
    }
    // Where nothing is under way it begins at once, and not after what the caller still does.
    const turn = waiting === 0 ? begin() : last.then(begin)
    waiting++
    last = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting--
    }
  }
}
