import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist'
import type { PageSize } from './pageLayout.ts'
import type { Place } from './positions.ts'

/** A PDF to be looked at. What is asked of it after it was closed fails. */
export interface OpenPdf {
  pages: number
  /** The size of its first page. */
  size: PageSize
  page(index: number): Promise<OpenPage>
  /** Where a link of it leads; null where it leads nowhere. */
  placeOf(destination: string): Promise<Place | null>
  close(): void
}

export interface OpenPage {
  size: PageSize
  /** Draws the page; `scale` is in pixels of the canvas to a point. Rejects when it was cancelled. */
  draw(scale: number): { canvas: HTMLCanvasElement; drawn: Promise<void>; cancel(): void }
  links(): Promise<PageLink[]>
}

/** A link to a place in the same PDF. In points, from the page's top left corner. */
export interface PageLink {
  left: number
  top: number
  width: number
  height: number
  /** What it says of itself; "" when it says nothing. */
  label: string
  destination: string
}

/** A canvas of more pixels costs more memory than its sharpness is worth. */
const mostPixels = 16_000_000

/** Opens a PDF of our own making through pdf.js, in a worker, from nothing but `bytes`. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { worker, broken } = await sharedWorker()
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    enableXfa: false,
    useSystemFonts: false,
    // Web assembly would need a door in the content security policy; our own PDFs need none of it.
    useWasm: false,
    useWorkerFetch: false,
  })
  try {
    const document = await Promise.race([task.promise, broken])
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    return {
      pages: document.numPages,
      size: { width, height },
      page: async index => openPage(await document.getPage(index + 1)),
      placeOf: destination => placeOf(document, destination),
      close: () => void task.destroy().catch(() => {}),
    }
  } catch (error) {
    await task.destroy()
    throw error
  }
}

function openPage(page: PDFPageProxy): OpenPage {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  return {
    size: { width, height },
    draw: scale => {
      const viewport = page.getViewport({ scale: Math.min(scale, Math.sqrt(mostPixels / (width * height))) })
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      const task = page.render({ canvas, viewport, annotationMode: 0 })
      return { canvas, drawn: task.promise, cancel: () => task.cancel() }
    },
    links: async () => {
      const annotations = await page.getAnnotations()
      return annotations.flatMap(({ subtype, dest, rect, contentsObj }) => {
        if (subtype !== 'Link' || typeof dest !== 'string') return []
        const [left, bottom, right, top] = rect as [number, number, number, number]
        const [, , , flip, , y] = transform as [number, number, number, number, number, number]
        const label = (contentsObj as { str?: string } | undefined)?.str ?? ''
        return [
          { left, top: y + flip * top, width: right - left, height: top - bottom, label, destination: dest },
        ]
      })
    },
  }
}

async function placeOf(document: PDFDocumentProxy, destination: string): Promise<Place | null> {
  const target = await document.getDestination(destination)
  if (!target) return null
  const page = await document.getPageIndex(target[0])
  const { height } = (await document.getPage(page + 1)).getViewport({ scale: 1 })
  return { page, top: Math.max(0, height - (typeof target[3] === 'number' ? target[3] : height)) }
}

interface Shared {
  worker: PDFWorker
  /** Rejects when the worker could not be started or broke. */
  broken: Promise<never>
}

let shared: Promise<Shared> | null = null

/** One worker for all that is opened, one after another; another takes its place when it breaks. */
function sharedWorker(): Promise<Shared> {
  shared ??= startWorker()
  return shared
}

async function startWorker(): Promise<Shared> {
  const { PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const port = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module', name: 'pdf' })
  const worker = PDFWorker.create({ port })
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => {})
  port.onerror = event => {
    console.error('The worker that reads the preview broke.', event.message)
    shared = null
    reject(new Error('The preview could not be drawn. The draft is not concerned. Try again.'))
    worker.destroy()
    port.terminate()
  }
  return { worker, broken }
}
