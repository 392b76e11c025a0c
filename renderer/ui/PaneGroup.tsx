import { Fragment, type ReactNode, useRef } from 'react'
import styles from './PaneGroup.module.css'
import { PaneSeparator } from './PaneSeparator.tsx'

export interface PaneSpec {
  id: string
  label: string
  /** The least width it may be given, in CSS pixels. */
  minimum: number
  /** Its part of the width, against the parts of the others. */
  share: number
  children: ReactNode
}

export interface PaneGroupProps {
  panes: readonly PaneSpec[]
  /** Ids of the panes that show. The others stay mounted, so that nothing in them is lost. */
  shown: readonly string[]
  /** Called when a separator has moved, with the new share of each pane. */
  onShares(shares: Record<string, number>): void
  onHide(id: string): void
}

/** Panes side by side with separators that can be dragged, or moved with the arrow keys. */
export function PaneGroup({ panes, shown, onShares, onHide }: PaneGroupProps): ReactNode {
  const group = useRef<HTMLDivElement>(null)
  const visible = panes.filter(pane => shown.includes(pane.id))

  /** Moves the border between two panes by `pixels` to the right. */
  function move(left: PaneSpec, right: PaneSpec, pixels: number): void {
    const width = (id: string) =>
      group.current?.querySelector(`[data-pane="${id}"]`)?.getBoundingClientRect().width ?? 0
    const [before, after] = [width(left.id), width(right.id)]
    const both = before + after
    const next = Math.min(
      Math.max(before + pixels, left.minimum),
      Math.max(left.minimum, both - right.minimum),
    )
    const scale = (left.share + right.share) / both
    onShares({
      ...Object.fromEntries(panes.map(pane => [pane.id, pane.share])),
      [left.id]: next * scale,
      [right.id]: (both - next) * scale,
    })
  }

  return (
    <div ref={group} className={styles.group}>
      {panes.map(pane => {
        const position = visible.indexOf(pane)
        const next = visible[position + 1]
        return (
          <Fragment key={pane.id}>
            <section
              id={`pane-${pane.id}`}
              data-pane={pane.id}
              aria-label={pane.label}
              tabIndex={-1}
              hidden={position < 0}
              className={styles.pane}
              style={{ flexGrow: pane.share, minWidth: visible.length > 1 ? pane.minimum : 0 }}
            >
              {pane.children}
            </section>
            {position >= 0 && next && (
              <PaneSeparator
                label={`Width of ${pane.label}`}
                controls={`pane-${pane.id}`}
                percent={Math.round((100 * pane.share) / (pane.share + next.share))}
                onMove={pixels => move(pane, next, pixels)}
                onHide={() => onHide(pane.id)}
              />
            )}
          </Fragment>
        )
      })}
    </div>
  )
}
