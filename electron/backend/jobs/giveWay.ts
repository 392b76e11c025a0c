import { constants, setPriority } from 'node:os'

/** Has this process wait for those that somebody is waiting for, where there are too few processors for all. */
export function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where that is not allowed, everything is only a little slower to answer.
  }
}
