import { fileURLToPath } from 'node:url'
import type { Refuse } from '../../parsedSource.ts'
import { type PageTags, pageTags } from './pageTags.ts'

/** The most that is read of one PDF: pages, and UTF-16 code units of text. */
const pdfLimits = { pages: 3000, text: 20 * 1024 * 1024 } as const

/** Words as they stand on a page, in points, with y downwards from the page's top to the words' base line. */
export interface Fragment {
  text: string
  x: number
  y: number
  width: number
  size: number
  /** Stands for one font of the file; the font's name is not known. */
  font: string
  /** The element of a tagged PDF that it belongs to, or null. */
  tag: PageTags | null
}

export interface PdfPage {
  width: number
  height: number
  fragments: Fragment[]
  /** Words that do not run across the page, such as a stamp along its edge. */
  sideways: string[]
}

export interface Pdf {
  pages: PdfPage[]
  properties: Record<'title' | 'author' | 'created' | 'modified' | 'language', string | null>
}

/**
 * Reads the words of a PDF through pdf.js: in this process, without its fonts, scripts, forms or pictures, and from
 * nowhere but `bytes`. `refuse` throws, for a PDF that is broken, locked or too long.
 */
export async function openPdf(bytes: Uint8Array, refuse: Refuse): Promise<Pdf> {
  // The worker's module puts itself where pdf.js looks for it: no file is looked up when it runs. It has no types.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const stopTolerating = tolerateRejections()
  const task = getDocument({
    // pdf.js takes what it is given.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    stopAtErrors: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableWorkerRendering: true,
    maxImageSize: 0,
    // The tables that say which letters East Asian fonts mean by their numbers.
    cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
  })
  try {
    const document = await task.promise.catch((error: unknown) =>
      refuse(
        (error as { name?: string } | null)?.name === 'PasswordException'
          ? 'it is locked with a password. Open it with the password, print or save it to a PDF without one, and import that.'
          : 'it is not a whole PDF. Fetch or save it again, or print it to a new PDF, and import that.',
      ),
    )
    if (document.numPages > pdfLimits.pages)
      refuse(
        `it has ${document.numPages} pages and the limit is ${pdfLimits.pages}. Split it and import the parts.`,
      )
    const pages: PdfPage[] = []
    let left: number = pdfLimits.text
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number)
      pages.push(page)
      left -= page.fragments.reduce((sum, { text }) => sum + text.length, 0)
      if (left < 0) refuse('it holds more than 20 million characters. Split it and import the parts.')
    }
    return { pages, properties: await properties(document) }
  } finally {
    await task.destroy()
    stopTolerating()
  }
}

/**
 * Of a broken file pdf.js leaves some promises rejected that nobody awaits, which would end the process; what matters
 * of it comes another way as well. Returns how to stop.
 */
function tolerateRejections(): () => void {
  if (reading++ === 0) process.on('unhandledRejection', tolerate)
  // Rejections are told once the turn is over.
  return () =>
    setImmediate(() => {
      if (--reading === 0) process.off('unhandledRejection', tolerate)
    })
}

let reading = 0

function tolerate(reason: unknown): void {
  if (!(reason instanceof Error && /(?:Exception|FormatError)$/.test(reason.name))) throw reason
}

type Document = Awaited<
  ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs')['getDocument']>['promise']
>

/** A page that cannot be read has no words; the others still have theirs. */
async function readPage(document: Document, number: number): Promise<PdfPage> {
  const read: PdfPage = { width: 0, height: 0, fragments: [], sideways: [] }
  try {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    Object.assign(read, { width, height })
    const tags = pageTags(await page.getStructTree().catch(() => null))
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const open: (string | null)[] = []
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop()
        else open.push(item.id ?? null)
        continue
      }
      const [a, b, c, d, x, y] = product(transform, item.transform)
      const size = Math.hypot(c, d)
      if (item.str === '' || !(size > 0.5) || !Number.isFinite(x + y + item.width)) continue
      const text = clean(item.str)
      if (Math.abs(b) > Math.abs(a) * 0.2 || a < 0) {
        if (text.trim()) read.sideways.push(text)
        continue
      }
      const tag = tags.get(open.findLast(id => id !== null) ?? '') ?? null
      read.fragments.push({ text, x, y, width: item.width, size, font: item.fontName, tag })
    }
    page.cleanup()
  } catch {
    // What was read before the fault is kept.
  }
  return read
}

/** One transformation after another: PDF 32000-1:2008, section 8.3.4. */
function product(
  m: readonly number[],
  n: readonly number[],
): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Ligatures as letters, no control characters; bullets from symbol fonts as bullets. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[\uf0b7\uf0a7\uf06e]/g, '•')
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
}

async function properties(document: Document): Promise<Pdf['properties']> {
  const none = { title: null, author: null, created: null, modified: null, language: null }
  try {
    const { info, metadata } = await document.getMetadata()
    const said = (name: string) => {
      const value = (info as Record<string, unknown>)[name]
      return typeof value === 'string' && value.trim() ? value : null
    }
    const xmp = (name: string) => {
      const value = metadata?.get(name) as unknown
      const text = Array.isArray(value) ? value.join(', ') : value
      return typeof text === 'string' && text.trim() ? text : null
    }
    return {
      title: said('Title') ?? xmp('dc:title'),
      author: said('Author') ?? xmp('dc:creator'),
      created: day(said('CreationDate')) ?? xmp('xmp:createdate'),
      modified: day(said('ModDate')) ?? xmp('xmp:modifydate'),
      language: said('Language'),
    }
  } catch {
    return none
  }
}

/** "D:20241103091500Z" as "2024-11-03". */
function day(written: string | null): string | null {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written ?? '')
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null
}
