import { expect, type Page } from '@playwright/test'

/**
 * Fails where the page scrolls sideways, or where words or a control stand outside what can be seen of the box
 * around them without a way to scroll there. What shortens itself with an ellipsis on purpose passes.
 */
export async function expectNothingCut(page: Page): Promise<void> {
  // A layout that is still being drawn is looked at again.
  await expect.poll(() => page.evaluate(whatIsCut)).toEqual([])
}

/** Runs in the page: what is cut off, each in words. */
function whatIsCut(): string[] {
  const cut: string[] = []
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
  if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`)
  if (scrollHeight > clientHeight) cut.push(`the page is ${scrollHeight} high in a window of ${clientHeight}`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const isControl = node instanceof HTMLElement && node.matches('button, input, textarea, select')
    if (!isControl && !(node instanceof Text && node.data.trim() !== '')) continue
    const element = node instanceof Text ? node.parentElement! : (node as HTMLElement)
    if (
      element.closest('.visuallyHidden, [hidden]') ||
      !element.checkVisibility({ visibilityProperty: true })
    )
      continue
    const range = document.createRange()
    range.selectNode(node)
    const box = isControl ? element.getBoundingClientRect() : range.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const edge = cutBy(element, box)
    if (edge)
      cut.push(`“${(node.textContent || element.getAttribute('aria-label'))?.slice(0, 40)}” by ${edge}`)
  }
  return cut

  function cutBy(element: HTMLElement, box: DOMRect): string | null {
    let canScrollX = false
    let canScrollY = false
    for (let around: HTMLElement | null = element; around; around = around.parentElement) {
      const style = getComputedStyle(around)
      if (style.clipPath !== 'none' || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')
        return null
      const frame = around.getBoundingClientRect()
      const isBeyondX = box.left < frame.left - 1.5 || box.right > frame.right + 1.5
      const isBeyondY = box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5
      const name = `${around.tagName} ${around.getAttribute('aria-label') ?? around.className}`
      if (isBeyondX && !canScrollX && /hidden|clip/.test(style.overflowX)) return `${name}, sideways`
      if (isBeyondY && !canScrollY && /hidden|clip/.test(style.overflowY)) return `${name}, in height`
      canScrollX ||= /auto|scroll/.test(style.overflowX)
      canScrollY ||= /auto|scroll/.test(style.overflowY)
      if (style.position === 'fixed') break
    }
    const isOutside =
      (!canScrollX && (box.left < -1.5 || box.right > innerWidth + 1.5)) ||
      (!canScrollY && (box.top < -1.5 || box.bottom > innerHeight + 1.5))
    return isOutside ? 'the window' : null
  }
}
