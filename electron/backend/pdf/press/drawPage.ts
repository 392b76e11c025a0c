import type { Link } from '../typeset/block.ts'
import type { Line, Segment } from './breakLines.ts'
import type { PlacedStrip } from './openPage.ts'
import { type PageContent, pageContent } from './pageContent.ts'
import { type PDFReference, type PdfDocument, pdfString } from './pdfkitInternals.ts'
import { isReference } from './reference.ts'
import type { PageFurniture } from './runningLines.ts'
import { ASCENT, DESCENT } from './setLines.ts'
import type { PlacedLine } from './strip.ts'
import { linkInk, page, tints } from './style.ts'
import { element, type StructureElement } from './tree.ts'

/** What drawing leaves behind for the rest of the file. */
export interface Drawn {
  /** For each page, the element of each content id. */
  contents: StructureElement[][]
  /** For each annotation's key in the parent tree, its element. */
  annotations: StructureElement[]
  /** Named places: the page's object, and left and top in points from its bottom left corner. */
  destinations: Map<string, { page: PDFReference; left: number; top: number }>
  /** The element of each link, once it has been drawn. */
  links: Map<Link, StructureElement>
}

export const nothingDrawn = (): Drawn => ({
  contents: [],
  annotations: [],
  destinations: new Map(),
  links: new Map(),
})

/**
 * Draws page `index` (from 0) of `pages`: first what lies under the text, then the text in reading order, then head
 * and foot. Keys of the parent tree below `pages` are the pages'; the annotations' follow.
 */
export function drawPage(
  document: PdfDocument,
  index: number,
  pages: number,
  strips: PlacedStrip[],
  bodyTop: number,
  furniture: PageFurniture,
  drawn: Drawn,
): void {
  document.addPage()
  const content = pageContent(document.page)
  drawn.contents[index] = []
  const lines = strips.flatMap(({ strip, top, repeated }) =>
    strip.lines.map(line => ({ line, y: bodyTop + top, repeated })),
  )
  content.mark('Artifact', '<</Type /Layout>>')
  for (const { strip, top } of strips) {
    for (const { x, y, width, height, colour, dotted } of strip.rules) {
      if (dotted) content.dots(x, bodyTop + top + y, width, height, colour)
      else content.fill(x, bodyTop + top + y, width, height, colour)
    }
  }
  for (const { line, y } of lines) drawTints(content, line, y)
  for (const { line, y } of lines) underlineLinks(content, line, y)
  const text = textDrawer(document, content, index, pages, drawn)
  for (const line of furniture.tagged) text.line(line, 0)
  for (const { line, y, repeated } of lines) {
    if (repeated) text.artifact(line, y, '<</Type /Layout>>')
    else text.line(line, y)
  }
  for (const line of furniture.head) text.artifact(line, 0, '<</Type /Pagination /Subtype /Header>>')
  for (const line of furniture.foot) text.artifact(line, 0, '<</Type /Pagination /Subtype /Footer>>')
  content.end()
  document.page.dictionary.data.StructParents = index
}

function drawTints(content: PageContent, { line, x, top, style }: PlacedLine, y: number): void {
  for (const { cited, x: start, width } of line.segments) {
    if (cited > 0)
      content.fill(x + start, y + top, width, style.leading, tints[Math.min(cited, tints.length) - 1]!)
  }
}

/** Colour alone does not tell a link from the words around it. What is told by its place has no colour either. */
function underlineLinks(content: PageContent, { line, x, baseline }: PlacedLine, y: number): void {
  for (const { link, rise, x: start, width, colour } of line.segments) {
    if (link && rise === 0 && colour === linkInk)
      content.fill(x + start, y + baseline + 1.6, width, 0.5, colour)
  }
}

function textDrawer(document: PdfDocument, content: PageContent, index: number, pages: number, drawn: Drawn) {
  const contents = drawn.contents[index]!
  const annots: PDFReference[] = []
  /** The element whose content is open, or null while an artifact is. */
  let open: StructureElement | null = null

  return {
    artifact(placed: PlacedLine, y: number, properties: string): void {
      content.mark('Artifact', properties)
      open = null
      content.segments(placed.line.segments, placed.x, y + placed.baseline)
    },
    line(placed: PlacedLine, y: number): void {
      anchor(placed, y)
      for (const segments of byLink(placed.line)) {
        const { link } = segments[0]!
        const owner = link ? linkElement(link, placed.element) : placed.element
        if (owner !== open) openContent(owner)
        content.segments(segments, placed.x, y + placed.baseline)
        if (link) annotate(link, segments, placed, y, owner)
      }
    },
  }

  function openContent(owner: StructureElement): void {
    content.mark(owner.tag, `<</MCID ${contents.length}>>`)
    owner.kids.push({ page: index, contentId: contents.length })
    contents.push(owner)
    open = owner
  }

  function linkElement(link: Link, parent: StructureElement): StructureElement {
    const known = drawn.links.get(link)
    if (known) return known
    const made = element('Link', isReference(link) ? element('Reference', parent) : parent)
    drawn.links.set(link, made)
    return made
  }

  function annotate(
    link: Link,
    segments: Segment[],
    placed: PlacedLine,
    y: number,
    owner: StructureElement,
  ): void {
    const first = segments[0]!
    const last = segments.at(-1)!
    const baseline = y + placed.baseline - first.rise
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [
        placed.x + first.x,
        page.height - baseline - DESCENT * first.size - 1,
        placed.x + last.x + last.width,
        page.height - baseline + ASCENT * first.size + 1,
      ].map(value => Math.round(value * 100) / 100),
      Border: [0, 0, 0],
      F: 4,
      StructParent: pages + drawn.annotations.length,
      Contents: pdfString(link.description),
      ...target(link),
    })
    annots.push(annotation)
    document.page.dictionary.data.Annots = annots
    annotation.end()
    owner.kids.push({ page: index, annotation })
    drawn.annotations.push(owner)
  }

  function anchor({ line, x, top }: PlacedLine, y: number): void {
    for (const name of line.anchors) {
      drawn.destinations.set(name, {
        page: document.page.dictionary,
        left: Math.max(0, Math.round(x - 18)),
        top: Math.round(page.height - y - top + 12),
      })
    }
  }
}

/** Neighbouring segments with the same link, or with none. */
function byLink({ segments }: Line): Segment[][] {
  const groups: Segment[][] = []
  for (const segment of segments) {
    const group = groups.at(-1)
    if (group && group[0]!.link === segment.link) group.push(segment)
    else groups.push([segment])
  }
  return groups
}

function target({ to }: Link): Record<string, unknown> {
  if ('anchor' in to) return { Dest: pdfString(to.anchor) }
  return { A: { S: 'URI', URI: pdfString(asciiAddress(to.url)) } }
}

/** A URI is ASCII (RFC 3986). */
function asciiAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).href : encodeURI(url)
}
