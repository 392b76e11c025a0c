import type { Refuse } from '../../parsedSource.ts'
import type { DocxParts } from './docxParts.ts'
import { slimWordXml } from './slimWordXml.ts'

/** The class of a paragraph in the title style. */
export const titleClass = 'document-title'

/** Styles that Word and LibreOffice name in English whatever language they are used in. */
const styleMap = [
  `p[style-name='Title'] => h1.${titleClass}:fresh`,
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Quotations'] => blockquote:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name^='toc '] => nav > p:fresh",
  "p[style-name^='Contents '] => nav > p:fresh",
]

/** Each note's own number, and no arrow back to where it is named. */
const noteStart = /<li id="note-(?:footnote|endnote)-[^"]{1,40}"><p>/g
const arrowBack = / ?<a href="#note-(?:footnote|endnote)-ref-[^"]{1,40}">↑<\/a>/g

/**
 * A Word document as simple HTML, through mammoth: notes follow at the end as list items that begin with their
 * number in brackets. No picture is taken out and no other file is opened: mammoth is given texts, not the archive.
 */
export async function docxHtml({ texts }: DocxParts, refuse: Refuse): Promise<string> {
  const slim = slimmed(texts, refuse)
  const { default: mammoth } = await import('mammoth')
  const file = {
    exists: (name: string) => slim.has(name),
    read: async (name: string, encoding?: string) => (encoding === 'utf-8' ? (slim.get(name) ?? '') : ''),
  }
  // `file` is mammoth's own way in for a document that is open already; only its types leave it out.
  const input = { file } as unknown as { buffer: Buffer }
  const { value } = await mammoth
    .convertToHtml(input, {
      styleMap,
      idPrefix: 'note-',
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    .catch(() =>
      refuse(
        'it cannot be read as a Word document. Open it in Word or LibreOffice, save it again and import that.',
      ),
    )
  let note = 0
  return value
    .toWellFormed()
    .replace(arrowBack, '')
    .replace(noteStart, start => `${start}[${++note}] `)
}

/** mammoth takes nearly two kilobytes for each: this many fit into the memory that a reading process has. */
const mostElements = 250_000

/** Relations and lists of styles are small, and read as they stand. */
function slimmed(texts: DocxParts['texts'], refuse: Refuse): Map<string, string> {
  const slim = new Map<string, string>()
  let elements = 0
  for (const [name, xml] of texts) {
    const text = /(?:document|notes)\d{0,4}\.xml$/i.test(name) ? slimWordXml(xml) : xml
    slim.set(name, text)
    for (let at = text.indexOf('<w:'); at >= 0; at = text.indexOf('<w:', at + 3)) elements++
  }
  if (elements > mostElements)
    refuse(
      'it is longer than can be read at once, by far more than a thousand pages. Split it and import the parts.',
    )
  return slim
}
