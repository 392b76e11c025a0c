import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A printed PDF as a reader of it sees it. */
export interface ReadPdf {
  pages: ReadPage[]
}

export interface ReadPage {
  /** All its words in the order in which they were drawn, one space between them. */
  words: string
  /** Its lines from the top; `y` in points from the foot. */
  lines: { words: string; y: number }[]
  /** The links to places in the PDF: where each stands, and where it leads. Pages count from 0. */
  links: { y: number; page: number; top: number }[]
}

export const readPdf = (path: string): Promise<ReadPdf> => readPdfBytes(readFileSync(path))

export async function readPdfBytes(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const drawn = items.flatMap(item =>
      'str' in item ? [{ str: item.str, y: item.transform[5] as number }] : [],
    )
    const heights = [...new Set(drawn.map(({ y }) => y))].sort((a, b) => b - a)
    const links: ReadPage['links'] = []
    for (const { dest, rect } of await page.getAnnotations()) {
      if (typeof dest !== 'string') continue
      const target = await pdf.getDestination(dest)
      if (!target) throw new Error(`A link on page ${number} leads to ${dest}, which is nowhere.`)
      links.push({ y: rect[1], page: await pdf.getPageIndex(target[0]), top: target[3] })
    }
    pages.push({
      words: spaced(drawn.map(({ str }) => str).join(' ')),
      lines: heights.map(y => ({
        y,
        words: spaced(
          drawn
            .filter(item => item.y === y)
            .map(({ str }) => str)
            .join(' '),
        ),
      })),
      links,
    })
  }
  await pdf.loadingTask.destroy()
  return { pages }
}

const spaced = (words: string): string => words.replace(/\s+/g, ' ').trim()
