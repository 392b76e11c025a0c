import { useCallback, useInsertionEffect, useRef } from 'react'

/**
 * A function that stays the same from one drawing to the next, and does what `act` last was: so that what is given it need not be drawn
 * anew. Not to be called while something is drawn.
 */
export function useSteady<A extends unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const newest = useRef(act)
  useInsertionEffect(() => {
    newest.current = act
  })
  return useCallback((...given: A) => newest.current(...given), [])
}
