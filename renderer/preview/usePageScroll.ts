import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type PageLayout, pagesBetween, placeAt, scrollToShow, yOf } from './pageLayout.ts'
import type { Place } from './positions.ts'

export interface View {
  /** The pages of which something is seen, and the one in the middle. */
  first: number
  last: number
  middle: number
  width: number
  height: number
}

/** While an official has scrolled within so many milliseconds, nothing else scrolls. */
const ownScroll = 1500

/** What is seen of the pages, and the ways to scroll them. */
export function usePageScroll(scroller: RefObject<HTMLElement | null>, layout: PageLayout) {
  const [view, setView] = useState<View>({ first: 0, last: 0, middle: 0, width: 0, height: 0 })
  const at = useRef<Place>({ page: 0, top: 0 })
  const scrolledAt = useRef(Number.NEGATIVE_INFINITY)
  const drawn = useRef(layout)

  const measure = useCallback(() => {
    const element = scroller.current
    if (!element || element.clientHeight === 0) return
    const { scrollTop, clientWidth: width, clientHeight: height } = element
    at.current = placeAt(drawn.current, scrollTop)
    const [first, last] = pagesBetween(drawn.current, scrollTop, scrollTop + height)
    const middle = placeAt(drawn.current, scrollTop + height / 2).page
    const next: View = { first, last, middle, width, height }
    setView(old =>
      Object.entries(next).every(([name, value]) => old[name as keyof View] === value) ? old : next,
    )
  }, [scroller])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const isRescaled = drawn.current.scale !== layout.scale
    drawn.current = layout
    // At another size the same words stay at the top.
    if (isRescaled && element.clientHeight > 0) element.scrollTop = yOf(layout, at.current)
    measure()
  }, [layout, scroller, measure])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    const own = () => {
      scrolledAt.current = performance.now()
    }
    const ways = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    for (const way of ways) element.addEventListener(way, own, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
      for (const way of ways) element.removeEventListener(way, own)
    }
  }, [scroller, measure])

  return {
    view,
    /** The place at the top of the view. */
    top: useCallback(() => at.current, []),
    /** When an official last scrolled, in the milliseconds of `performance.now()`; and whether that is just now. */
    scrolledAt: useCallback(() => scrolledAt.current, []),
    isScrolling: useCallback(() => performance.now() - scrolledAt.current < ownScroll, []),
    /** Puts a place at the top. */
    goTo: useCallback(
      (place: Place) => scroller.current?.scrollTo({ top: yOf(drawn.current, place) }),
      [scroller],
    ),
    /** Scrolls to a place unless it is seen. */
    show: useCallback(
      (place: Place) => {
        const element = scroller.current
        if (!element || element.clientHeight === 0) return
        const { scrollTop, clientHeight } = element
        const to = scrollToShow(drawn.current, place, scrollTop, clientHeight)
        if (to === null) return
        const isNear = Math.abs(to - scrollTop) < clientHeight * 1.5
        const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
        element.scrollTo({ top: to, behavior: isNear && !isCalm ? 'smooth' : 'instant' })
      },
      [scroller],
    ),
  }
}
