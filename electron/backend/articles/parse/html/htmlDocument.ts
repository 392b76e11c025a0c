import { parse, parseFragment, serialize } from 'parse5'
import type { Refuse } from '../../parsedSource.ts'
import { type PageAdapter, pageAdapter } from './dom/pageAdapter.ts'
import type { Markup, PageDocument, PageElement } from './dom/pageElement.ts'
import { Work } from './dom/work.ts'
import { openShadowRoots } from './openShadowRoots.ts'

/** Browsers stop nesting at this depth (the limit in Blink's HTML parser); a page beyond it was made to do harm. */
const deepest = 512
/** How many elements may be open at one time. Careless pages forget to close some, which the parser sets right. */
const mostOpen = 2000
/** They take some 200 MB then. Long pages have some tens of thousands. */
const mostElements = 250_000

/**
 * Parses a page as the HTML standard says, scripts off, so that what stands in `noscript` is elements. `refuse` is
 * called, and throws, when elements are nested too deep or are too many.
 */
export function htmlDocument(html: string, refuse: Refuse): PageDocument {
  const tooDeep = () =>
    refuse('its elements are nested too deep for a web page. Save the page again from a browser, or as text.')
  const bounds = {
    open: mostOpen,
    elements: mostElements,
    exceeded: (bound: 'open' | 'elements') =>
      bound === 'open'
        ? tooDeep()
        : refuse(
            `it has more than ${mostElements.toLocaleString('en-GB')} elements. Save it as text, or in parts.`,
          ),
  }
  const work = new Work()
  const fresh = (): PageAdapter => pageAdapter(work, markup, bounds)
  const markup: Markup = {
    write: inside => serialize(inside, { treeAdapter: fresh(), scriptingEnabled: false }),
    read: (written, within) =>
      parseFragment(within, written, { treeAdapter: fresh(), scriptingEnabled: false }),
  }
  const document = parse(html, { treeAdapter: fresh(), scriptingEnabled: false })
  openShadowRoots(document)
  if (depth(document.documentElement) > deepest) tooDeep()
  return document
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
      node = node.parentNode as PageElement
      level--
    }
    node = !node || node === root ? null : node.nextElementSibling
  }
  return most
}
