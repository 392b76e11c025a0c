import { isWordListItem, listTree, readWordListItem, type WordListItem } from './wordLists.ts'

/** Reads HTML without running anything in it. */
export type ParseHtml = (html: string) => Document

/**
 * Turns HTML from Word, a browser or a mail into the few elements a briefing knows: `p`, `h1` to `h3`, `ul`,
 * `ol`, `li`, `table`, `strong`, `em`, `br`. Word's own list paragraphs become lists, the first row of a table
 * becomes its header row, deleted text and comments are left out, and what is unknown becomes a paragraph.
 * HTML that the draft itself put on the clipboard comes back unchanged, with its citations and quotations.
 */
export function transformPastedHtml(html: string, parse: ParseHtml = parseWithBrowser): string {
  const quiet = withoutStyles(html)
  if (/\sdata-pm-slice=/.test(quiet)) return quiet
  // Word wraps list markers in "downlevel-revealed" conditional comments, which are not comments to a parser.
  const readable = quiet.replace(/<!\[(?:if|endif)[^>]{0,200}>/gi, '').replace(/<\?xml[^>]{0,1000}>/gi, '')
  const body = parse(readable).body
  return body ? blocksOf(body).map(write).join('') : ''
}

const parseWithBrowser: ParseHtml = html => new DOMParser().parseFromString(html, 'text/html')

/**
 * Gives styles another name, under which they can be read but never apply: the security policy of the page
 * refuses styles even in HTML that is only parsed, and says so in the console each time.
 */
const withoutStyles = (html: string): string =>
  html
    .replace(/<(\/?)style\b/gi, '<$1x-style')
    .replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'))

/** A clean block, or a list paragraph of Word's that still has to find its list. */
type PastedBlock = { html: string } | { item: WordListItem; html: string }

const HEADINGS: Record<string, string> = { H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' }
const LEFT_OUT = new Set(
  'SCRIPT STYLE X-STYLE META LINK TITLE HEAD XML DEL TEMPLATE IFRAME OBJECT SVG MATH IMG VIDEO AUDIO CANVAS INPUT SELECT TEXTAREA BUTTON NOSCRIPT'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD TABLE THEAD TBODY TFOOT TR TD TH BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FIGURE FIGCAPTION ADDRESS FORM FIELDSET DETAILS SUMMARY HR CENTER BODY'.split(
    ' ',
  ),
)
const ELEMENT = 1
const TEXT = 3

function blocksOf(parent: Element): PastedBlock[] {
  const blocks: PastedBlock[] = []
  let inline = ''
  const close = () => {
    pushText(blocks, 'p', inline)
    inline = ''
  }
  for (const child of Array.from(parent.childNodes)) {
    if (child.nodeType !== ELEMENT) {
      inline += inlineOf(child)
      continue
    }
    const element = child as Element
    if (isLeftOut(element)) continue
    if (!holdsBlocks(element)) inline += inlineOf(element)
    else {
      close()
      blocks.push(...blockOf(element))
    }
  }
  close()
  return joinWordLists(blocks)
}

function blockOf(element: Element): PastedBlock[] {
  const name = element.tagName.toUpperCase()
  if (name === 'UL' || name === 'OL') return [{ html: listOf(element, name.toLowerCase()) }]
  if (name === 'TABLE') return [{ html: tableOf(element) }]
  if (isWordListItem(element)) {
    const item = readWordListItem(element)
    return [{ item, html: tidy(childrenInline(element)) }]
  }
  const heading = HEADINGS[name] ?? wordHeading(element)
  if (heading || name === 'P' || name === 'PRE') {
    const blocks: PastedBlock[] = []
    if (hasBlockChild(element)) return blocksOf(element)
    pushText(blocks, heading ?? 'p', name === 'PRE' ? preformatted(element) : childrenInline(element))
    return blocks
  }
  return blocksOf(element)
}

/** Word writes a title as a paragraph of class MsoTitle, and headings of a template by their outline level. */
function wordHeading(element: Element): string | null {
  if (element.tagName.toUpperCase() !== 'P') return null
  if (/\bMsoTitle\b/.test(element.className)) return 'h1'
  const named = /\bMsoHeading([1-9])\b/.exec(element.className)?.[1]
  const outlined = /mso-outline-level:\s*([1-9])/i.exec(styleOf(element))?.[1]
  const level = Number(named ?? outlined ?? 0)
  return level === 0 ? null : `h${Math.min(level, 3)}`
}

function listOf(list: Element, tag: string): string {
  let items = ''
  for (const child of Array.from(list.children)) {
    if (isLeftOut(child)) continue
    const name = child.tagName.toUpperCase()
    // A list straight inside a list, as old editors write it, belongs to the item before it.
    if (name === 'UL' || name === 'OL') {
      const nested = listOf(child, name.toLowerCase())
      if (nested === '') continue
      items = items === '' ? `<li><p></p>${nested}</li>` : items.replace(/<\/li>$/, `${nested}</li>`)
      continue
    }
    const content = blocksOf(child)
      .map(block => asItemContent(block.html))
      .join('')
    if (content !== '') items += `<li>${content.startsWith('<p>') ? content : `<p></p>${content}`}</li>`
  }
  return items === '' ? '' : `<${tag}>${items}</${tag}>`
}

/** A list item holds paragraphs and lists: headings in it become paragraphs, a table its cells' paragraphs. */
const asItemContent = (html: string): string => asParagraphs(html, true)

function tableOf(table: Element): string {
  const rows = Array.from(table.querySelectorAll('tr')).filter(row => nearestTable(row) === table)
  const written = rows
    .map((row, index) => {
      const cells = Array.from(row.children).filter(cell => /^T[DH]$/i.test(cell.tagName))
      const tag = index === 0 ? 'th' : 'td'
      return cells.map(cell => `<${tag}${spans(cell)}>${cellOf(cell)}</${tag}>`).join('')
    })
    .filter(cells => cells !== '')
  return written.length === 0
    ? ''
    : `<table><tbody>${written.map(cells => `<tr>${cells}</tr>`).join('')}</tbody></table>`
}

function nearestTable(element: Element): Element | null {
  let at = element.parentElement
  while (at && at.tagName.toUpperCase() !== 'TABLE') at = at.parentElement
  return at
}

const spans = (cell: Element): string =>
  ['colspan', 'rowspan']
    .map(name => [name, Number(cell.getAttribute(name) ?? 1)] as const)
    .filter(([, value]) => Number.isInteger(value) && value > 1 && value <= 100)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

const cellOf = (cell: Element): string =>
  asParagraphs(
    blocksOf(cell)
      .map(block => block.html)
      .join(''),
    false,
  ) || '<p></p>'

/** Everything as paragraphs: a cell holds nothing else, a list item only lists beside. */
function asParagraphs(html: string, keepsLists: boolean): string {
  const withoutHeadings = html
    .replace(/<(\/?)h[1-3]>/g, '<$1p>')
    .replace(/<\/?(?:table|tbody|tr|t[dh])[^>]*>/g, '')
  return keepsLists ? withoutHeadings : withoutHeadings.replace(/<\/?(?:ul|ol|li)>/g, '')
}

function joinWordLists(blocks: PastedBlock[]): PastedBlock[] {
  const joined: PastedBlock[] = []
  let items: { item: WordListItem; html: string }[] = []
  const close = () => {
    if (items.length > 0) joined.push({ html: listTree(items) })
    items = []
  }
  for (const block of blocks) {
    if ('item' in block) items.push(block)
    else {
      close()
      joined.push(block)
    }
  }
  close()
  return joined
}

const childrenInline = (element: Element): string => Array.from(element.childNodes).map(inlineOf).join('')

function inlineOf(node: ChildNode | Node): string {
  if (node.nodeType === TEXT) return escapeHtml((node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' '))
  if (node.nodeType !== ELEMENT) return ''
  const element = node as Element
  if (isLeftOut(element)) return ''
  if (element.tagName.toUpperCase() === 'BR') return '<br>'
  let html = childrenInline(element)
  if (html.trim() === '') return html
  if (isBold(element)) html = `<strong>${html}</strong>`
  if (isItalic(element)) html = `<em>${html}</em>`
  return html
}

function isBold(element: Element): boolean {
  const weight = /(?:^|[;\s])font-weight:\s*([a-z0-9]+)/i.exec(styleOf(element))?.[1]
  if (weight) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return /^(?:B|STRONG)$/i.test(element.tagName)
}

function isItalic(element: Element): boolean {
  const style = /(?:^|[;\s])font-style:\s*([a-z]+)/i.exec(styleOf(element))?.[1]
  return style ? style === 'italic' : /^(?:I|EM)$/i.test(element.tagName)
}

/** Comments, deleted text, hidden text, list markers, and what has no place in a text. */
function isLeftOut(element: Element): boolean {
  if (LEFT_OUT.has(element.tagName.toUpperCase())) return true
  if (/\bMsoComment(?:Reference|Text)?\b/.test(element.className)) return true
  return /mso-element:\s*(?:comment|para-border-div-none)|mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-special-character:\s*comment/i.test(
    styleOf(element),
  )
}

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''

const hasBlockChild = (element: Element): boolean =>
  Array.from(element.children).some(child => holdsBlocks(child) && !isLeftOut(child))

const holdsBlocks = (element: Element): boolean =>
  BLOCKS.has(element.tagName.toUpperCase()) || hasBlockChild(element)

const preformatted = (element: Element): string => escape(element.textContent ?? '').replace(/\r?\n/g, '<br>')

function pushText(blocks: PastedBlock[], tag: string, inline: string): void {
  const html = tidy(inline)
  if (html !== '') blocks.push({ html: `<${tag}>${html}</${tag}>` })
}

/** No space at either end or next to a line break, none twice, and nothing at all where there are no words. */
function tidy(inline: string): string {
  const html = inline
    .replace(/ +/g, ' ')
    .replace(/ ?<br> ?/g, '<br>')
    .replace(/^(?: |<br>)+|(?: |<br>)+$/g, '')
  return html.replace(/<[^>]+>/g, '').trim() === '' ? '' : html
}

const write = (block: PastedBlock): string => block.html

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
