import { memo, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { OpenPage, OpenPdf, PageLink } from './openPdf.ts'
import styles from './Preview.module.css'
import type { Turns } from './turns.ts'

export interface PageViewProps {
  pdf: OpenPdf
  revision: number
  index: number
  /** In CSS pixels. */
  width: number
  height: number
  /** CSS pixels to a point. */
  scale: number
  /** It is drawn before those that are only near. */
  isSeen: boolean
  turns: Turns
  onOpened(index: number, page: OpenPage): void
  onFollow(link: PageLink): void
}

/** A page on paper. What was drawn last stays until what takes its place has been drawn. */
export const PageView = memo(function PageView(props: PageViewProps): ReactNode {
  const { pdf, index, width, height, scale, onFollow } = props
  const { paper, links } = useDrawnPage(props)
  return (
    <PageFrame {...{ index, width, height }} pages={pdf.pages}>
      <div ref={paper} aria-hidden className={styles.paper} />
      {links.map((link, i) => (
        // For the mouse; the keyboard has the menu of links.
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the links of a page have an order and nothing else
          key={i}
          aria-hidden
          title={link.label}
          className={styles.link}
          style={{
            left: link.left * scale,
            top: link.top * scale,
            width: link.width * scale,
            height: link.height * scale,
          }}
          onClick={() => onFollow(link)}
          onDoubleClick={event => event.stopPropagation()}
        />
      ))}
    </PageFrame>
  )
})

export interface PageFrameProps {
  index: number
  pages: number
  /** In CSS pixels. */
  width: number
  height: number
  children?: ReactNode
}

/** A page that is empty, or what is on it: of many pages most are far from the view. */
export const PageFrame = memo(function PageFrame(props: PageFrameProps): ReactNode {
  const { index, pages, width, height, children } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page is no set of fields
    <div
      role="group"
      aria-label={`Page ${index + 1} of ${pages}`}
      data-page={index}
      className={styles.page}
      style={{ width, height }}
    >
      {children}
    </div>
  )
})

function useDrawnPage(props: PageViewProps) {
  const { pdf, revision, index, scale, turns } = props
  const paper = useRef<HTMLDivElement>(null)
  const [links, setLinks] = useState<PageLink[]>([])
  const isUrgent = useEffectEvent(() => props.isSeen)
  const opened = useEffectEvent((page: OpenPage) => props.onOpened(index, page))
  const pixels = scale * useDevicePixels()
  useEffect(() => {
    let isGone = false
    let cancel = () => {}
    const leave = turns.add(isUrgent(), async () => {
      try {
        const page = await pdf.page(index)
        if (isGone) return
        opened(page)
        const drawing = page.draw(pixels)
        cancel = drawing.cancel
        await drawing.drawn
        if (isGone || !paper.current) return
        paper.current.replaceChildren(drawing.canvas)
        paper.current.dataset.drawn = String(revision)
        const links = await page.links()
        if (!isGone) setLinks(links)
      } catch (error) {
        // What is no longer wanted is cancelled or closed under the drawing.
        if (!isGone) console.error('A page of the preview could not be drawn.', error)
      }
    })
    return () => {
      isGone = true
      leave()
      cancel()
    }
  }, [pdf, revision, index, pixels, turns])
  return { paper, links }
}

/** Pixels of the screen to a CSS pixel: other at another zoom, and on another screen. */
function useDevicePixels(): number {
  const [ratio, setRatio] = useState(devicePixelRatio)
  useEffect(() => {
    const query = matchMedia(`(resolution: ${ratio}dppx)`)
    const measure = () => setRatio(devicePixelRatio)
    query.addEventListener('change', measure)
    return () => query.removeEventListener('change', measure)
  }, [ratio])
  return ratio
}
