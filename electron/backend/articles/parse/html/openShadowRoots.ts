import type { PageDocument, PageElement } from './dom/pageElement.ts'
import type { PageNode } from './dom/pageNode.ts'

/**
 * Puts what a page shows in a shadow root, saved as `<template shadowrootmode>` (HTML standard, declarative shadow
 * roots; SingleFile and browsers save them so), in the place of what its host holds: the host's own children stand
 * where the `slot` for them is, and are not shown when there is none.
 */
export function openShadowRoots(document: PageDocument): void {
  // What a root holds may be hosts of its own; they join the list when it has been opened.
  const templates = document.getElementsByTagName('template')
  for (const template of templates) {
    const host = template.parentNode
    const root = template.content
    const mode = template.getAttribute('shadowrootmode') ?? template.getAttribute('shadowroot')
    if (!root || host?.nodeType !== 1 || !/^(?:open|closed)$/i.test(mode ?? '')) continue
    template.remove()
    const own = [...host.childNodes]
    for (const node of own) node.remove()
    for (const inner of root.getElementsByTagName('template')) templates.push(inner)
    const slots = slotsOf(root.getElementsByTagName('slot'))
    while (root.firstChild) host.appendChild(root.firstChild)
    for (const node of own) fill(slots.get(slotName(node)), node)
  }
}

interface Slot {
  element: PageElement
  filled: boolean
}

function slotsOf(elements: readonly PageElement[]): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const element of elements) {
    const name = element.getAttribute('name') ?? ''
    if (!slots.has(name)) slots.set(name, { element, filled: false })
  }
  return slots
}

function slotName(node: PageNode): string {
  return node.nodeType === 1 ? ((node as PageElement).getAttribute('slot') ?? '') : ''
}

/** What a slot holds itself is shown only when nothing is put into it; white space is nothing. */
function fill(slot: Slot | undefined, node: PageNode): void {
  if (!slot) return
  if (!slot.filled && (node.nodeType === 1 || /\S/.test(node.textContent))) {
    slot.filled = true
    for (const child of slot.element.childNodes) child.remove()
  }
  slot.element.appendChild(node)
}
