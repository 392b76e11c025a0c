import { memo, type ReactNode } from 'react'
import { Button, Menu, Select, Toolbar } from '../ui/index.ts'
import type { PageLink } from './openPdf.ts'
import styles from './Preview.module.css'

const zooms = [
  { value: 'fit', label: 'Fit width' },
  { value: '100', label: '100 %' },
  { value: '150', label: '150 %' },
  { value: '200', label: '200 %' },
] as const

export type Zoom = (typeof zooms)[number]['value']

export interface PreviewToolsProps {
  zoom: Zoom
  onZoom(zoom: Zoom): void
  canGo: boolean
  onGo(): void
  /** The links of the page that is seen. */
  links: readonly PageLink[]
  onFollow(link: PageLink): void
  /** Which page is seen, in words. */
  place: string
  isLate: boolean
}

/** What can be done with the preview. It is drawn again only for what changes in it: the preview changes often. */
export const PreviewTools = memo(function PreviewTools(props: PreviewToolsProps): ReactNode {
  const { zoom, onZoom, canGo, onGo, links, onFollow, place, isLate } = props
  return (
    <div className={styles.tools}>
      <Toolbar aria-label="Preview">
        <Select label="Size of the pages" isLabelHidden value={zoom} options={zooms} onChange={onZoom} />
        <Button variant="quiet" isDisabled={!canGo} onPress={onGo}>
          Go to this place in the draft
        </Button>
        <Menu
          label="Links"
          aria-label="Links of this page"
          variant="quiet"
          isDisabled={links.length === 0}
          items={links.map((link, i) => ({
            id: String(i),
            label: shortened(link.label || 'Go to where this leads'),
            onAction: () => onFollow(link),
          }))}
        />
      </Toolbar>
      <p className={styles.where}>{place}</p>
      {isLate && <p className={styles.where}>Being printed again…</p>}
    </div>
  )
})

const shortened = (label: string): string => (label.length > 70 ? `${label.slice(0, 69).trimEnd()}…` : label)
