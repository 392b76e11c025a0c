import { join } from 'node:path'
import type { PrintedPack } from '../printJob.ts'
import type { Block, Run, TypesetPack } from '../typeset/block.ts'
import { composeBlock } from './composeBlock.ts'
import type { Column } from './composeText.ts'
import { drawPage, nothingDrawn } from './drawPage.ts'
import { openFaces } from './faces.ts'
import { openDocument } from './openDocument.ts'
import { paginate } from './paginate.ts'
import type { PDFReference, PdfDocument } from './pdfkitInternals.ts'
import { runningLines } from './runningLines.ts'
import type { Strip } from './strip.ts'
import { page, textWidth } from './style.ts'
import { element } from './tree.ts'
import { type OutlineEntry, writeOutline } from './writeOutline.ts'
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
  const bytes = collected(document)
  const setWord = openFaces(document, join(assetsFolder, 'fonts'))
  const root = element('Document', null)
  const column: Column = { x: page.left, width: textWidth, parent: root, where: 'the pack', setWord }
  const running = runningLines(pack.marking, pack.title, column)
  const { strips, outline } = composed(pack.blocks, column)
  const pages = paginate(strips, running.bodyHeight)
  const drawn = nothingDrawn()
  const pageObjects: PDFReference[] = []
  for (const [index, placed] of pages.entries()) {
    drawPage(
      document,
      index,
      pages.length,
      placed,
      running.bodyTop,
      running.onPage(index, pages.length),
      drawn,
    )
    pageObjects.push(document.page.dictionary)
    if (index % 20 === 19) onProgress(index + 1, pages.length, `Page ${index + 1} of ${pages.length}`)
  }
  for (const [name, { page, left, top }] of drawn.destinations) {
    document._root.data.Names.data.Dests.add(name, [page, 'XYZ', left, top, null])
  }
  writeStructure(document, root, pageObjects, drawn)
  writeOutline(document, outline)
  document.end()
  onProgress(pages.length, pages.length, 'Written')
  return { bytes: await bytes, pages: pages.length, positions: [] }
}

function composed(blocks: Block[], column: Column): { strips: Strip[]; outline: OutlineEntry[] } {
  const outline: OutlineEntry[] = []
  const strips = blocks.flatMap(block => {
    if (block.kind !== 'heading') return composeBlock(block, column)
    const anchor = `heading-${String(outline.length + 1).padStart(5, '0')}`
    outline.push({ title: plainWords(block.runs), level: block.level, anchor })
    return composeBlock({ ...block, runs: [{ text: '', anchor }, ...block.runs] }, column)
  })
  return { strips, outline }
}

const plainWords = (runs: Run[]): string =>
  runs
    .filter(({ raised }) => !raised)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

async function collected(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of document) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
