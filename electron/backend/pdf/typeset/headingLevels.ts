/**
 * Turns an author's heading levels into levels of the pack's one hierarchy, in which none is skipped: a heading
 * is one below the nearest heading before it that the author placed higher. `base` is the level they all stand
 * under: 1 in the body, 2 in an annex.
 */
export function headingLevels(base: number): (authored: number) => number {
  const open: number[] = []
  return authored => {
    while (open.length > 0 && open.at(-1)! >= authored) open.pop()
    open.push(authored)
    return base + open.length
  }
}
