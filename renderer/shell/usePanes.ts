import { useEffect, useMemo, useState } from 'react'
import { useSetting } from '../api/index.ts'
import { fittingPanes } from './fittingPanes.ts'
import { focusPane } from './panes.ts'
import { textScale, useTextSize } from './useAppearance.ts'

const panes = [
  { id: 'sources', label: 'Sources', minimum: 240, share: 21 },
  { id: 'reader', label: 'Reader', minimum: 340, share: 39 },
  { id: 'draft', label: 'Draft', minimum: 420, share: 40 },
  { id: 'preview', label: 'Preview', minimum: 320, share: 36 },
] as const

/** Closed until somebody opens it. */
const closedAtFirst = 'preview'

export type PaneId = (typeof panes)[number]['id']

/** Which panes show and how wide they are. The person's choice is kept; a narrow window shows those used last. */
export function usePanes() {
  const [shares, setShares] = useSetting<Record<string, number>>('desk.shares', {})
  const [kept, setHidden] = useSetting<string[]>('desk.hidden', [])
  const [isPreviewOpen, setPreviewOpen] = useSetting('desk.preview', false)
  const [recent, setRecent] = useState<readonly string[]>(['draft', closedAtFirst, 'sources', 'reader'])
  const width = useWindowWidth()

  const [textSize] = useTextSize()
  const specs = useMemo(() => {
    const scale = textScale[textSize]
    return panes.map(pane => ({
      ...pane,
      minimum: pane.minimum * scale,
      share: shares[pane.id] ?? pane.share,
    }))
  }, [shares, textSize])
  const hidden = useMemo(() => (isPreviewOpen ? kept : [...kept, closedAtFirst]), [kept, isPreviewOpen])
  const shown = useMemo(() => {
    const wanted = specs.filter(({ id }) => !hidden.includes(id))
    return fittingPanes(wanted.length > 0 ? wanted : specs, recent, width)
  }, [specs, hidden, recent, width])

  function show(id: PaneId): void {
    setRecent(old => [id, ...old.filter(other => other !== id)])
    if (id === closedAtFirst) setPreviewOpen(true)
    else if (kept.includes(id)) setHidden(kept.filter(other => other !== id))
  }

  function hide(id: string): void {
    if (shown.length <= 1) return
    if (id === closedAtFirst) setPreviewOpen(false)
    else setHidden([...kept.filter(other => other !== id), id])
  }

  return {
    specs,
    shown,
    setShares,
    show,
    /** Shows a pane and puts the focus into it. */
    goTo(id: PaneId): void {
      show(id)
      // Once it has been drawn.
      requestAnimationFrame(() => focusPane(id))
    },
    hide,
  }
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    const measure = () => setWidth(window.innerWidth)
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return width
}
