import { useEffect, useState } from 'react'

/** Whether something has gone on for so long (milliseconds) that one begins to wonder. */
export function useLate(isOn: boolean, after: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!isOn) return
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [isOn, after])
  return isOn && isLate
}
