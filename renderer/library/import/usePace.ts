import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Pace, type PaceSample, paceOf, withSample } from './importPace.ts'

/** How fast an import goes, looked at once a second while it is under way; null while that cannot be said. */
export function usePace(isUnderWay: boolean, done: number, articles: number): Pace | null {
  const samples = useRef<PaceSample[]>([])
  const [pace, setPace] = useState<Pace | null>(null)
  const look = useEffectEvent(() => {
    // What comes before the first is read is no measure of what follows.
    if (done === 0) return
    samples.current = withSample(samples.current, { at: performance.now(), done, articles })
    setPace(paceOf(samples.current))
  })
  useEffect(() => {
    if (!isUnderWay) return
    samples.current = []
    look()
    const timer = setInterval(() => look(), 1000)
    return () => {
      clearInterval(timer)
      setPace(null)
    }
  }, [isUnderWay])
  return pace
}
