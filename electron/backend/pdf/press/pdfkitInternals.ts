import type { Readable } from 'node:stream'
import PDFKit from 'pdfkit'

/*
 * What this room uses of pdfkit 0.20 beyond its typed face. Objects of the file are written directly, because
 * pdfkit's own calls cannot tag a link, share a paragraph between pages, or set words that are measured already.
 */

/** An object of the PDF file, written once by `end`. */
export interface PDFReference {
  data: Record<string, unknown>
  end(): void
}

export interface EmbeddedFont {
  id: string
  font: { hasGlyphForCodePoint(codePoint: number): boolean }
  ref(): PDFReference
  /** Glyph codes in the embedded subset as hexadecimal, and their positions in thousandths of the size. */
  encode(text: string): [codes: string[], positions: GlyphPosition[]]
}

export interface GlyphPosition {
  xAdvance: number
  advanceWidth: number
  xOffset: number
}

export interface PdfPage {
  dictionary: PDFReference
  fonts: Record<string, PDFReference>
  write(content: string): void
}

export interface PdfDocument extends Readable {
  _font: EmbeddedFont
  /** The file identifier of the trailer. */
  _id: Uint8Array
  _root: { data: Record<string, unknown> & { Names: { data: { Dests: NameTree } } } }
  _addInfo(): void
  page: PdfPage
  addPage(): this
  font(path: string): this
  end(): void
  ref(data: Record<string, unknown>): PDFReference
  appendXML(xml: string): void
  getStructTreeRoot(): {
    data: Record<string, unknown> & { ParentTree: NumberTree; ParentTreeNextKey: number }
  }
}

interface NumberTree {
  add(key: number, value: unknown): void
}

interface NameTree {
  add(name: string, value: unknown): void
  _compareKeys(a: string, b: string): number
}

export const PdfkitDocument = PDFKit as unknown as new (options: PDFKit.PDFDocumentOptions) => PdfDocument

/** A text string of the file; a plain string would be written as a name. */
export const pdfString = (text: string): unknown => new String(text)
