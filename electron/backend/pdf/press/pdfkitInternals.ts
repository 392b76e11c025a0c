import PDFKit from 'pdfkit'
import type { FileObject } from './fileObject.ts'
import { type PackedFile, packedFile } from './packedFile.ts'

/*
 * What this room uses of pdfkit 0.20 beyond its typed face. Pages and objects of the file are written directly,
 * because pdfkit's own calls cannot tag a link, share a paragraph between pages, set words that are measured already,
 * or compress what is no stream.
 */

export type PDFReference = FileObject

export interface EmbeddedFont {
  id: string
  font: {
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number }
  }
  /** From the font's units to thousandths of the size. */
  scale: number
  /** The glyphs that are embedded. By their index in the subset: their widths, in thousandths, and what they say. */
  subset: { includeGlyph(id: number): number }
  widths: number[]
  unicode: number[][]
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
  /** By the names that content streams call them by; one table for all pages. */
  fonts: Record<string, PDFReference>
  write(content: string): void
}

/** The parts of pdfkit's document that are used or replaced here. */
interface PdfkitParts {
  _font: EmbeddedFont
  _info: PDFReference
  _root: PDFReference & { data: { Pages: PDFReference; Names: PDFReference } }
  _addInfo(): void
  font(program: Uint8Array): this
  end(): void
  appendXML(xml: string): void
  getStructTreeRoot(): PDFReference
}

const Pdfkit = PDFKit as unknown as new (options: PDFKit.PDFDocumentOptions) => PdfkitParts

/**
 * pdfkit's document with its lowest layer replaced: pdfkit makes the catalogue, the metadata and the fonts; objects
 * and pages are written by `packedFile`.
 */
export class PdfDocument extends Pdfkit {
  // Set by `ref`, which pdfkit's constructor calls; a field of the usual kind would be emptied again after it.
  declare packed: PackedFile
  /** The page that is open. */
  page!: PdfPage
  /** The whole file, once the document has ended. */
  bytes: Uint8Array = new Uint8Array()
  readonly #size: readonly [width: number, height: number]
  readonly #fonts: Record<string, PDFReference> = {}
  #resources: PDFReference | null = null
  #content: PDFReference | null = null

  constructor(size: readonly [width: number, height: number], options: PDFKit.PDFDocumentOptions) {
    super({ ...options, autoFirstPage: false })
    this.#size = size
  }

  ref(data?: Record<string, unknown>): PDFReference {
    // Bytes above 127 in the second line mark the file as binary (7.5.2).
    this.packed ??= packedFile('%PDF-1.7\n%\xff\xff\xff\xff\n')
    return this.packed.object(data)
  }

  /** Ends the open page and opens another. */
  addPage(): this {
    this.flushPages()
    this.#resources ??= this.ref({ Font: this.#fonts })
    const content = this.ref()
    const dictionary = this.ref({
      Type: 'Page',
      Parent: this._root.data.Pages,
      MediaBox: [0, 0, ...this.#size],
      Contents: content,
      Resources: this.#resources,
      Tabs: 'S',
    })
    const pages = this._root.data.Pages.data as { Kids: PDFReference[]; Count: number }
    pages.Kids.push(dictionary)
    pages.Count++
    this.page = { dictionary, fonts: this.#fonts, write: text => content.write(text) }
    this.#content = content
    return this
  }

  /** pdfkit's name for it. */
  flushPages(): void {
    this.#content?.end()
    if (this.#content) this.page.dictionary.end()
    this.#content = null
  }

  /** pdfkit has written its header, and its objects, which are `packedFile`'s. */
  _write(): void {}

  /** All of pdfkit's objects have ended. */
  _finalize(): void {
    this.#resources?.end()
    this.bytes = this.packed.finish({ Root: this._root, Info: this._info })
  }
}

/** A text string of the file; a plain string would be written as a name. */
export const pdfString = (text: string): unknown => new String(text)
