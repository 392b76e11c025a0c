import type { BlockKind } from '../../../../../shared/contract/article.ts'
import { isCaptionByName, placeOf } from './htmlPlaces.ts'
import { isDataTable, tableText } from './htmlTable.ts'
import type { PageDocument, PageElement, PageNode } from './pageDom.ts'

/** The attribute that carries a block's number through a change of the tree. */
export const stamp = 'data-despatch-block'

export interface HtmlBlock {
  kind: BlockKind
  text: string
  element: PageElement
  /** The innermost part of the page that it stands in and that says what it is, when not the article. */
  place: Place | null
}

/** A part of the page that its tag, role or class names call something: "Navigation". */
export interface Place {
  called: string
  within: Place | null
}

/**
 * The blocks of a page in reading order: every visible word is in one. Each stands in an element of its own, which
 * is stamped with the block's number; text between block elements is wrapped in a `span` for it.
 */
export function htmlBlocks(document: PageDocument): HtmlBlock[] {
  const blocks: HtmlBlock[] = []
  readContainer(document.body, { kind: 'paragraph', place: null }, blocks, document)
  blocks.forEach(({ element }, i) => {
    element.setAttribute(stamp, String(i))
  })
  return blocks
}

interface Context {
  kind: BlockKind
  place: Place | null
}

function readContainer(
  container: PageElement,
  context: Context,
  blocks: HtmlBlock[],
  document: PageDocument,
): void {
  let run: PageNode[] = []
  const finish = () => {
    if (run.length > 0) addRun(run, context, blocks, document)
    run = []
  }
  let breaks = 0
  for (let node = container.firstChild; node; ) {
    const next: PageNode | null = node.nextSibling
    if (node.nodeType === 3) {
      if (/\S/.test(node.nodeValue!)) breaks = 0
      run.push(node)
    } else if (node.nodeType === 1) {
      const element = node as PageElement
      const isBreak = element.localName === 'br'
      breaks = isBreak ? breaks + 1 : 0
      if (isBreak && breaks >= 2) finish()
      else if (!isBreak && !isUnseen(element) && isBlock(element)) {
        finish()
        readBlock(element, contextOf(element, context), blocks, document)
      } else run.push(element)
    }
    node = next
  }
  finish()
}

function readBlock(
  element: PageElement,
  context: Context,
  blocks: HtmlBlock[],
  document: PageDocument,
): void {
  if (element.localName === 'table' && isDataTable(element, reading)) {
    const text = tableText(element, reading)
    if (text) blocks.push({ kind: 'table', text, element, place: context.place })
  } else if (hasBlockInside(element) || element.localName === 'div')
    // Readability may put a paragraph in the place of a `div`: what it holds is stamped, not the `div` itself.
    readContainer(element, context, blocks, document)
  else {
    const text = collapse(visibleText(element))
    if (text) blocks.push({ ...context, text, element })
  }
}

/** Inline content that stands loose among blocks. */
function addRun(
  nodes: readonly PageNode[],
  context: Context,
  blocks: HtmlBlock[],
  document: PageDocument,
): void {
  const text = collapse(nodes.map(visibleText).join(''))
  if (!text) return
  const wrapper = document.createElement('span')
  nodes[0]!.parentNode!.insertBefore(wrapper, nodes[0]!)
  for (const node of nodes) wrapper.appendChild(node)
  blocks.push({ ...context, text, element: wrapper })
}

function contextOf(element: PageElement, { kind, place }: Context): Context {
  const tag = element.localName
  const called = placeOf(element)
  return {
    kind: /^h[1-6]$/.test(tag)
      ? 'heading'
      : (kinds[tag] ?? (isCaptionByName(element) && !hasBlockInside(element) ? 'caption' : kind)),
    place: called ? { called, within: place } : place,
  }
}

const kinds: Record<string, BlockKind> = {
  li: 'listItem',
  blockquote: 'quotation',
  figcaption: 'caption',
  caption: 'caption',
}

const blockTags = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
)

/** Block-level by its tag, or because something block-level is inside it: a link around a card, a custom element. */
function isBlock(element: PageElement): boolean {
  return blockTags.has(element.localName) || hasBlockInside(element)
}

const insideKnown = new WeakMap<PageElement, boolean>()

/** Whether visible block-level content, or a double line break, is below. Each element is looked at once. */
function hasBlockInside(element: PageElement): boolean {
  const known = insideKnown.get(element)
  if (known !== undefined) return known
  let found = false
  let breaks = 0
  for (let node = element.firstChild; node && !found; node = node.nextSibling) {
    if (node.nodeType === 3 && /\S/.test(node.nodeValue!)) breaks = 0
    if (node.nodeType !== 1 || isUnseen(node as PageElement)) continue
    breaks = (node as PageElement).localName === 'br' ? breaks + 1 : 0
    found = breaks >= 2 || isBlock(node as PageElement)
  }
  insideKnown.set(element, found)
  return found
}

const unseenTags = new Set(
  (
    'script style template noscript head title meta link iframe object embed canvas audio video map svg textarea ' +
    'select datalist input noembed noframes'
  ).split(' '),
)

/** Elements whose text no reader of the page sees. */
function isUnseen(element: PageElement): boolean {
  if (unseenTags.has(element.localName.toLowerCase()) || element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style')
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style)
}

/** The text a reader sees, white space as written, a line feed for a line break and around a block. */
function visibleText(node: PageNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  if (node.nodeType !== 1 || isUnseen(node as PageElement)) return ''
  if ((node as PageElement).localName === 'br') return '\n'
  const parts: string[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) parts.push(visibleText(child))
  return blockTags.has((node as PageElement).localName) ? `\n${parts.join('')}\n` : parts.join('')
}

const reading = { visibleText, isUnseen }

function collapse(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
