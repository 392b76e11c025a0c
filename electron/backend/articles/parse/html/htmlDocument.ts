import { DOMParser } from 'linkedom'
import type { PageDocument, PageElement, PageNode } from './pageDom.ts'

/** Browsers stop nesting at this depth (the limit in Blink's HTML parser); a page beyond it was made to do harm. */
const deepest = 512
/** How far opening tags may outrun closing ones before the page is not even parsed. Careless pages forget a few. */
const mostUnclosed = 5000

/**
 * Parses a page, and gives a document that has html, head and body as a browser would make them. `refuse` is
 * called, and throws, when elements are nested too deep.
 */
export function htmlDocument(html: string, refuse: (reason: string) => never): PageDocument {
  const tooDeep = () =>
    refuse('its elements are nested too deep for a web page. Save the page again from a browser, or as text.')
  if (unclosed(html) > mostUnclosed) tooDeep()
  const parsed = new DOMParser().parseFromString(html, 'text/html') as unknown as PageDocument
  const document = new DOMParser().parseFromString(
    '<!doctype html><html><head></head><body></body></html>',
    'text/html',
  ) as unknown as PageDocument
  for (const element of parsed.querySelectorAll('*')) lowerCaseAttributes(element)
  moveInto(document, parsed)
  if (depth(document.body) > deepest) tooDeep()
  return document
}

/** Where a browser would put it: attributes of html and body on these, what belongs in the head there, the rest below. */
function moveInto(document: PageDocument, parsed: PageDocument): void {
  const { head, body, documentElement } = document
  const place = (node: PageNode, inHead: boolean): void => {
    const name = (node as PageElement).localName?.toLowerCase()
    if (name === 'html' || name === 'body' || name === 'head') {
      if (name !== 'head') copyAttributes(node as PageElement, name === 'html' ? documentElement : body)
      for (const child of [...node.childNodes]) place(child, name === 'head')
    } else if (node.nodeType === 1 && (inHead || headOnly.has(name!))) head.appendChild(node)
    else if (node.nodeType === 1 || node.nodeType === 3) body.appendChild(node)
  }
  for (const child of [...parsed.childNodes]) place(child, false)
}

const headOnly = new Set(['title', 'meta', 'base'])

function copyAttributes(from: PageElement, to: PageElement): void {
  for (const { name, value } of [...from.attributes]) if (!to.hasAttribute(name)) to.setAttribute(name, value)
}

/** HTML's attribute names are in small letters however they are written; the parser leaves `CLASS` as it is. */
function lowerCaseAttributes(element: PageElement): void {
  for (const { name, value } of [...element.attributes]) {
    const small = name.toLowerCase()
    if (small === name) continue
    element.removeAttribute(name)
    if (!element.hasAttribute(small)) element.setAttribute(small, value)
  }
}

const selfClosing = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot ' +
    'option optgroup path circle rect use line polygon'
  ).split(' '),
)

/** An upper bound for the depth, from the tags alone and in linear time. */
function unclosed(html: string): number {
  let open = 0
  let most = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (selfClosing.has(name!.toLowerCase())) continue
    open = Math.max(0, open + (slash ? -1 : 1))
    most = Math.max(most, open)
  }
  return most
}

function depth(root: PageElement): number {
  let most = 0
  let level = 0
  let node: PageElement | null = root
  while (node) {
    most = Math.max(most, level)
    if (most > deepest) return most
    const child: PageElement | null = node.firstElementChild
    if (child) {
      node = child
      level++
      continue
    }
    while (node && node !== root && !node.nextElementSibling) {
      node = node.parentElement
      level--
    }
    node = !node || node === root ? null : node.nextElementSibling
  }
  return most
}
