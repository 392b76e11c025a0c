/** Thrown when a page takes more work than it can be worth. */
export class TooMuchWork extends Error {}

/**
 * Counts the nodes looked at and the text put together, and throws {@link TooMuchWork} beyond `most`. A count, not a
 * clock, so that the same page is read the same way on every machine.
 */
export class Work {
  most = Number.POSITIVE_INFINITY
  done = 0

  add(amount: number): void {
    this.done += amount
    if (this.done > this.most) throw new TooMuchWork('this page takes too much work')
  }
}
