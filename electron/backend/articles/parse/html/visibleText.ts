import type { PageElement } from './dom/pageElement.ts'
import type { PageNode, PageText } from './dom/pageNode.ts'

/** Elements that begin and end a line where they stand. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
)

const unseenTags = new Set(
  (
    'script style template noscript head title meta link iframe object embed canvas audio video map svg textarea ' +
    'select datalist input noembed noframes'
  ).split(' '),
)

/** Elements whose text no reader of the page sees. */
export function isUnseen(element: PageElement): boolean {
  if (unseenTags.has(element.localName)) return true
  if (element.attributes.length === 0) return false
  // SingleFile calls what the browser did not show "sf-hidden".
  if (element.hasAttribute('hidden') || /\bsf-hidden\b/.test(element.className)) return true
  const { display, visibility } = element.style
  return display === 'none' || visibility === 'hidden'
}

/** The text a reader sees, white space as written, a line feed for a line break and around a block. */
export function visibleText(node: PageNode): string {
  if (node.nodeType === 3) return (node as PageText).data
  if (node.nodeType !== 1 || isUnseen(node as PageElement)) return ''
  const { localName, firstChild } = node as PageElement
  if (localName === 'br') return '\n'
  let text = ''
  for (let child = firstChild; child; child = child.nextSibling) text += visibleText(child)
  return blockTags.has(localName) ? `\n${text}\n` : text
}

/** A text as one line: single spaces, no control characters. */
export function lineOf(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
