export interface PaneSize {
  id: string
  /** The least width it can be used at, in CSS pixels. */
  minimum: number
}

/** The panes that fit side by side into `width`, those used last before the others. There is always one. */
export function fittingPanes(
  wanted: readonly PaneSize[],
  recent: readonly string[],
  width: number,
): string[] {
  const rank = ({ id }: PaneSize) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const fitting: PaneSize[] = []
  let used = 0
  for (const pane of wanted.toSorted((a, b) => rank(a) - rank(b))) {
    if (fitting.length > 0 && used + pane.minimum > width) continue
    fitting.push(pane)
    used += pane.minimum
  }
  return wanted.filter(pane => fitting.includes(pane)).map(({ id }) => id)
}
