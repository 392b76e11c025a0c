/**
 * Does one piece of work at a time, in the order in which it was asked for. What is no longer wanted when its turn comes is not begun:
 * of the searches that typing asks for, those that a newer one has overtaken are never sent.
 */
export function inTurn(): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (signal, work) => {
    const turn = last.then(() => {
      signal.throwIfAborted()
      return work()
    })
    last = turn.catch(() => {})
    return turn
  }
}
