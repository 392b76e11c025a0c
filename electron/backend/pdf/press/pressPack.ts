import { join } from 'node:path'
import type { PrintedPack } from '../printJob.ts'
import type { TypesetPack } from '../typeset/block.ts'
import type { ContentsEntry } from './composeContents.ts'
import { composePack } from './composePack.ts'
import type { Column } from './composeText.ts'
import { drawPage, nothingDrawn } from './drawPage.ts'
import { openFaces } from './faces.ts'
import { openDocument } from './openDocument.ts'
import type { Page } from './openPage.ts'
import { paginate } from './paginate.ts'
import type { PDFReference } from './pdfkitInternals.ts'
import { runningLines } from './runningLines.ts'
import { page, textWidth } from './style.ts'
import { element } from './tree.ts'
import { writeDestinations } from './writeDestinations.ts'
import { writeOutline } from './writeOutline.ts'
import { writeStructure } from './writeStructure.ts'

/**
 * Puts a typeset pack on pages and gives the bytes of the PDF. `onProgress` hears of pages drawn. The same pack
 * gives the same bytes on every machine. Throws `missing-glyph` for a character that no font has.
 */
export async function pressPack(
  pack: TypesetPack,
  assetsFolder: string,
  onProgress: (done: number, total: number, note: string) => void = () => {},
): Promise<PrintedPack> {
  const document = openDocument(pack)
  const setWord = openFaces(document, join(assetsFolder, 'fonts'))
  const root = element('Document', null)
  const column: Column = { x: page.left, width: textWidth, parent: root, where: 'the pack', setWord }
  const running = runningLines(pack.marking, pack.handling, pack.title, column)
  const { strips, outline, contents } = composePack(pack.blocks, column)
  const pages = paginate(strips, running.bodyHeight, running.lead)
  numberContents(contents, pages)
  const drawn = nothingDrawn()
  const pageObjects: PDFReference[] = []
  for (const [index, { strips, notices }] of pages.entries()) {
    drawPage(
      document,
      index,
      pages.length,
      strips,
      running.bodyTop,
      running.onPage(index, pages.length, notices),
      drawn,
    )
    pageObjects.push(document.page.dictionary)
    if (index % 20 === 19) onProgress(index + 1, pages.length, `Page ${index + 1} of ${pages.length}`)
  }
  writeDestinations(document, drawn)
  writeStructure(document, root, pageObjects, drawn)
  writeOutline(document, outline)
  document.end()
  onProgress(pages.length, pages.length, 'Written')
  return { bytes: document.bytes, pages: pages.length, positions: positionsOn(pages, running.bodyTop) }
}

/** Where each child of the document begins: the first of what was made from it. */
function positionsOn(pages: Page[], bodyTop: number): PrintedPack['positions'] {
  const found = new Map<number, PrintedPack['positions'][number]>()
  pages.forEach(({ strips }, page) => {
    for (const { strip, top, repeated } of strips) {
      const { origin } = strip
      if (origin === undefined || repeated || found.has(origin)) continue
      found.set(origin, { origin, page, top: bodyTop + top })
    }
  })
  return [...found.values()]
}

/** Writes the page of each heading into the contents. */
function numberContents(entries: ContentsEntry[], pages: Page[]): void {
  if (entries.length === 0) return
  const pageOf = new Map<string, number>()
  pages.forEach(({ strips }, page) => {
    for (const { strip, repeated } of strips) {
      if (repeated) continue
      for (const { line } of strip.lines) for (const name of line.anchors) pageOf.set(name, page)
    }
  })
  for (const { anchor, number } of entries) number(pageOf.get(anchor)! + 1)
}
