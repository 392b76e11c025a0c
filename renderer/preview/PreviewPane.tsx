import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSetting } from '../api/index.ts'
import { Button, EmptyState, useCommands, useLate } from '../ui/index.ts'
import type { LiveDraftFeed } from './liveDraft.ts'
import type { OpenPage, PageLink } from './openPdf.ts'
import { PageFrame, PageView } from './PageView.tsx'
import styles from './Preview.module.css'
import { PreviewTools, type Zoom } from './PreviewTools.tsx'
import { gap, layOut, type PageSize, trueScale } from './pageLayout.ts'
import { childAt, type Positions } from './positions.ts'
import { createTurns } from './turns.ts'
import { useFollowing } from './useFollowing.ts'
import { useLivePreview } from './useLivePreview.ts'
import { usePageLinks } from './usePageLinks.ts'
import { usePageScroll } from './usePageScroll.ts'

export interface PreviewPaneProps {
  packId: string
  /** The pack's title, which the pages carry. */
  title: string
  draft: LiveDraftFeed
  /** Nothing is printed or drawn while it is not. */
  isShown: boolean
  /** Goes to a child of the document in the draft, counted from 0. */
  onGo(child: number): void
}

const nowhere: Positions = []
const a4: PageSize = { width: 595.28, height: 841.89 }

/** The PDF as it would be exported now, beside the draft, at the place where the caret is. */
export function PreviewPane({ onGo, ...props }: PreviewPaneProps): ReactNode {
  const go = useRef(onGo)
  go.current = onGo
  return <Preview {...props} onGo={useCallback((child: number) => go.current(child), [])} />
}

/** The desk is drawn again for each save of the draft, which changes nothing here. */
const Preview = memo(function Preview({ packId, title, draft, isShown, onGo }: PreviewPaneProps): ReactNode {
  const { shown, isMaking, problem, retry } = useLivePreview(packId, title, draft, isShown)
  const isLate = useLate(isMaking, 700)
  const [zoom, setZoom] = useSetting<Zoom>('preview.zoom', 'fit')
  const scroller = useRef<HTMLDivElement>(null)
  const [turns] = useState(createTurns)
  const [width, setWidth] = useState(0)
  const [otherSizes, setOtherSizes] = useState<ReadonlyMap<number, PageSize>>(new Map())
  const pdf = shown?.made.pdf
  const positions = shown?.made.positions ?? nowhere
  const layout = useMemo(() => {
    const size = pdf?.size ?? a4
    const sizes = Array.from({ length: pdf?.pages ?? 0 }, (_, i) => otherSizes.get(i) ?? size)
    const scale =
      zoom === 'fit' ? Math.max(width - 2 * gap, 100) / size.width : (trueScale * Number(zoom)) / 100
    return layOut(sizes, scale)
  }, [pdf, otherSizes, zoom, width])
  const pages = usePageScroll(scroller, layout)
  const { view } = pages
  useEffect(() => setWidth(view.width), [view.width])
  useFollowing(draft, positions, shown?.revision ?? 0, pages)

  const links = usePageLinks(isShown ? pdf : undefined, view.middle, turns)
  const onOpened = useCallback(
    (index: number, page: OpenPage) =>
      setOtherSizes(old => {
        const { width, height } = page.size
        const known = old.get(index) ?? pdf?.size
        return known?.width === width && known.height === height ? old : new Map(old).set(index, page.size)
      }),
    [pdf],
  )
  const onFollow = useCallback(
    async ({ destination }: PageLink) => {
      const place = await pdf?.placeOf(destination).catch(() => null)
      if (place) pages.goTo(place)
    },
    [pdf, pages.goTo],
  )
  const goToDraft = useCallback(
    (place = pages.top()) => {
      const child = childAt(positions, place)
      if (child !== null) onGo(child)
    },
    [positions, onGo, pages.top],
  )
  const goFromTop = useCallback(() => goToDraft(), [goToDraft])
  const canGo = isShown && positions.length > 0
  useCommands([
    { id: 'preview.go', label: 'Go to this place in the draft', isDisabled: !canGo, run: goFromTop },
  ])

  const stands = view.width > 0 && pdf
  return (
    <div className={styles.preview}>
      <PreviewTools
        {...{ zoom, canGo, links, onFollow }}
        onZoom={setZoom}
        onGo={goFromTop}
        place={pdf ? `Page ${view.middle + 1} of ${pdf.pages}` : ''}
        isLate={isLate && pdf !== undefined}
      />
      {problem !== null && pdf && (
        <div className={styles.problem} role="status">
          <p>
            <strong>This preview is an older one.</strong> {problem}
          </p>
          <Button onPress={retry}>Try again</Button>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: pages are no set of fields */}
      <div
        ref={scroller}
        role="group"
        data-pages
        data-revision={shown?.revision ?? 0}
        aria-label="Pages of the preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className={styles.pages}
        onDoubleClick={event => {
          const page = (event.target as Element).closest<HTMLElement>('[data-page]')
          if (page)
            goToDraft({
              page: Number(page.dataset.page),
              top: (event.clientY - page.getBoundingClientRect().top) / layout.scale,
            })
        }}
      >
        {stands &&
          layout.pages.map(({ width, height }, index) =>
            isShown && index >= view.first - 1 && index <= view.last + 1 ? (
              <PageView
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
                key={index}
                {...{ pdf, index, width, height, turns, onOpened, onFollow }}
                revision={shown.revision}
                scale={layout.scale}
                isSeen={index >= view.first && index <= view.last}
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              <PageFrame key={index} {...{ index, width, height }} pages={pdf.pages} />
            ),
          )}
        {!pdf &&
          (problem === null ? (
            <EmptyState title="The preview is being made…" />
          ) : (
            <EmptyState title="There is no preview yet">
              <p role="status">{problem}</p>
              <Button onPress={retry}>Try again</Button>
            </EmptyState>
          ))}
      </div>
    </div>
  )
})
