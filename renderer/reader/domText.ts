import type { TextRange } from './textRange.ts'

/**
 * Between the page and the text. Every stretch of the text stands in an element of its own with `data-start`, its
 * first offset in UTF-16 code units; that element holds one text node and nothing else. Whatever stands outside
 * such elements (labels, numbers) is no part of the text.
 */
const stretch = '[data-start]'

/**
 * The text offset of a point in the page. Between two stretches a `start` is the beginning of the next one and an
 * `end` is the end of the one before, so that a selection takes in nothing that is not shown. Null when there is no
 * stretch on that side.
 */
export function offsetAt(root: Element, node: Node, offset: number, edge: 'start' | 'end'): number | null {
  const own = (node.nodeType === elementNode ? (node as Element) : node.parentElement)?.closest(stretch)
  if (own && root.contains(own)) {
    const length = own.textContent.length
    const into = node.nodeType === elementNode ? (offset > 0 ? length : 0) : Math.min(offset, length)
    return startOf(own) + into
  }
  const { before, after } = stretchesAround(root, node, offset)
  const beside = edge === 'start' ? after[0] : before.at(-1)
  if (!beside) return null
  return edge === 'start' ? startOf(beside) : endOf(beside)
}

/** The point in the page of a text offset: in the stretch that holds it, or at an end. Null when it is not shown. */
export function pointAt(root: Element, offset: number): { node: Node; offset: number } | null {
  for (const element of root.querySelectorAll(stretch)) {
    const start = startOf(element)
    if (offset < start || offset > endOf(element)) continue
    // At a border the earlier stretch is taken; the text between two blocks is not in either.
    return { node: element.firstChild ?? element, offset: offset - start }
  }
  return null
}

/** The element of the stretch that begins at or holds `offset`; null when it is not shown. */
export function elementAt(root: Element, offset: number): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>(stretch)) {
    if (offset >= startOf(element) && offset < endOf(element)) return element
  }
  return null
}

/** What is selected of the text, with the end that moves as `head`. Null when nothing of it is. */
export function readSelection(root: Element, selection: Selection): { anchor: number; head: number } | null {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = offsetAt(root, range.startContainer, range.startOffset, 'start')
  const end = offsetAt(root, range.endContainer, range.endOffset, 'end')
  if (start === null || end === null || start >= end) return null
  const isForward =
    selection.anchorNode === range.startContainer && selection.anchorOffset === range.startOffset
  return isForward ? { anchor: start, head: end } : { anchor: end, head: start }
}

/** Selects in the page what lies between two offsets of the text. */
export function writeSelection(
  root: Element,
  selection: Selection,
  range: { anchor: number; head: number },
): void {
  const anchor = pointAt(root, range.anchor)
  const head = pointAt(root, range.head)
  if (anchor && head) selection.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset)
}

/** Where a range of the text stands on the screen, line by line, in CSS pixels of the window. */
export function boxesOf(root: Element, range: TextRange): DOMRect[] {
  const start = pointAt(root, range.start)
  const end = pointAt(root, range.end)
  if (!start || !end) return []
  const measured = document.createRange()
  measured.setStart(start.node, start.offset)
  measured.setEnd(end.node, end.offset)
  return [...measured.getClientRects()].filter(box => box.width > 0)
}

const startOf = (element: Element) => Number(element.getAttribute('data-start'))
const endOf = (element: Element) => startOf(element) + element.textContent.length

/** The stretches of `root` on either side of a point that is in none of them. */
function stretchesAround(root: Element, node: Node, offset: number): { before: Element[]; after: Element[] } {
  const before: Element[] = []
  const after: Element[] = []
  let isPast = !root.contains(node) && (root.compareDocumentPosition(node) & preceding) !== 0
  const visit = (at: Node): void => {
    if (at.nodeType === elementNode && (at as Element).matches(stretch)) {
      ;(isPast ? after : before).push(at as Element)
      return
    }
    at.childNodes.forEach((child, i) => {
      if (at === node && i === offset) isPast = true
      visit(child)
    })
    // At the end of this node, or in a text that belongs to no stretch.
    if (at === node) isPast = true
  }
  visit(root)
  return { before, after }
}

const elementNode = 1
const preceding = 2
