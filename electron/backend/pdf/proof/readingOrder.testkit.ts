import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readContent } from './pageContent.testkit.ts'
import type { PdfFile } from './pdfFile.testkit.ts'
import type { Dict } from './pdfSyntax.testkit.ts'
import { isElement, type StructureElement, structureElements } from './structureTree.testkit.ts'
import { toUnicode } from './toUnicode.testkit.ts'

/** What is read out, one entry for each block, label and note, in the order of the structure tree. */
export interface ReadAloud {
  blocks: { tag: string; text: string }[]
  notes: string[]
}

/** The text of a stretch of marked content on a page, whose object has that number. */
export type WordsAt = (page: number, contentId: number) => string

/** Elements that go on in the line of text they stand in. */
const inline = new Set(['Span', 'Link', 'Reference', 'Quote'])

export function readAloud(pdf: PdfFile, wordsAt: WordsAt): ReadAloud {
  const [root] = structureElements(pdf)
  const read: ReadAloud = { blocks: [], notes: [] }
  if (root) visit(root)
  return read

  function visit(element: StructureElement): void {
    let text = ''
    const flush = () => {
      if (text.trim() !== '') read.blocks.push({ tag: element.tag, text })
      text = ''
    }
    for (const kid of element.kids) {
      if (!isElement(kid)) text += 'contentId' in kid ? wordsAt(kid.page, kid.contentId) : ''
      else if (inline.has(kid.tag)) text += allWords(kid)
      else if (kid.tag === 'Note') read.notes.push(allWords(kid))
      else {
        flush()
        visit(kid)
      }
    }
    flush()
  }

  function allWords({ kids }: StructureElement): string {
    return kids
      .map(kid =>
        isElement(kid) ? allWords(kid) : 'contentId' in kid ? wordsAt(kid.page, kid.contentId) : '',
      )
      .join('')
  }
}

/** The words as the fonts' own maps give them: what a screen reader gets, with every space. */
export function wordsByCodes(pdf: PdfFile): WordsAt {
  const maps = new Map<Dict, Map<number, string>>()
  const words = new Map<string, string>()
  for (const { ref, dict } of pdf.pages) {
    for (const { properties, shown } of readContent(pdf, dict).marked) {
      const text = shown.map(({ font, codes }) => {
        const map = maps.get(font) ?? toUnicode(pdf, font)
        maps.set(font, map)
        return codes.map(code => map.get(code) ?? '\ufffd').join('')
      })
      words.set(`${ref}-${String(properties.get('MCID'))}`, text.join(''))
    }
  }
  return (page, contentId) => words.get(`${page}-${contentId}`) ?? ''
}

/** A file as pdf.js sees it. It guesses spaces from where glyphs stand: only its letters are proof. */
export interface SeenByPdfJs {
  wordsAt: WordsAt
  /** What is shown on each page, artifacts too, in the order it is drawn; `y` is its baseline from the page's foot. */
  pages: { text: string; y: number }[][]
}

export async function seenByPdfJs(bytes: Uint8Array): Promise<SeenByPdfJs> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const words = new Map<string, string>()
  const pages: SeenByPdfJs['pages'] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const options = { includeMarkedContent: true, disableNormalization: true }
    const shown: { text: string; y: number }[] = []
    let open = ''
    for (const item of (await page.getTextContent(options)).items) {
      if ('str' in item) {
        words.set(open, (words.get(open) ?? '') + item.str)
        shown.push({ text: item.str, y: item.transform[5] as number })
      } else open = item.type === 'endMarkedContent' ? '' : (item.id ?? '')
    }
    pages.push(shown)
  }
  await document.loadingTask.destroy()
  return { wordsAt: (page, contentId) => words.get(`p${page}R_mc${contentId}`) ?? '', pages }
}
