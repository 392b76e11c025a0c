import type { ParsedFile, Refuse, SourceBytes } from '../../parsedSource.ts'
import { decodeBytes } from '../decodeBytes.ts'
import { type DraftBlock, layBlocks } from '../draftBlock.ts'
import { details, firstFound, found } from '../findings.ts'
import { htmlDrafts } from '../htmlDrafts.ts'
import { findHeadline } from '../text/findHeadline.ts'
import { epubFiles } from './epubFiles.ts'
import { isEncrypted, packagePath, readPackage } from './epubPackage.ts'

const mostChapters = 2000

/** Reads an electronic book (EPUB 2 and 3) as one article: its chapters in order, the contents list as furniture. */
export async function readEpub(source: SourceBytes, refuse: Refuse): Promise<ParsedFile> {
  const files = await epubFiles(source.bytes, refuse)
  const text = async (path: string): Promise<string | null> => {
    const bytes = await files(path)
    return bytes && decodeBytes(bytes, true).text
  }
  if (isEncrypted((await text('META-INF/encryption.xml')) ?? ''))
    refuse(
      'it is protected against copying, and its words cannot be read. Ask its publisher for a copy without protection.',
    )
  const path = packagePath((await text('META-INF/container.xml')) ?? '')
  const xml = path && (await text(path))
  if (!xml) return refuse('it is not a whole book: its list of chapters is missing. Download it again.')
  const { findings, chapters } = readPackage(xml, path)
  if (chapters.length > mostChapters)
    refuse(`it has more than ${mostChapters} chapters. Split it, and import the parts.`)
  const blocks = await chapterBlocks(chapters, text, refuse)
  if (blocks.length === 0)
    refuse('there are no words in it; its pages may be pictures. Save it as PDF and import that.')
  const title = firstFound(findings.title) ?? {
    value: findHeadline(blocks),
    from: 'first line of the text',
  }
  const article = {
    ...details({ ...findings, title, url: found(source.url, 'given with the file') }),
    capturedAt: source.capturedAt ?? null,
    encoding: 'utf-8 (EPUB)',
    noText: null,
    ...layBlocks(blocks),
  }
  return { articles: [article], references: [] }
}

async function chapterBlocks(
  chapters: ReturnType<typeof readPackage>['chapters'],
  text: (path: string) => Promise<string | null>,
  refuse: Refuse,
): Promise<DraftBlock[]> {
  const blocks: DraftBlock[] = []
  const read = new Set<string>()
  for (const { path, isContents } of chapters) {
    const xhtml = read.has(path) ? null : await text(path)
    read.add(path)
    if (!xhtml) continue
    for (const block of htmlDrafts(asHtml(xhtml), refuse))
      blocks.push(isContents ? { ...block, furniture: 'Table of contents' } : block)
  }
  return blocks
}

/** In XHTML an empty element may be closed at once, where HTML would take all that follows to be inside. */
function asHtml(xhtml: string): string {
  return xhtml
    .replace(/^\s{0,100}<\?xml[^<>]{0,200}\?>/, '')
    .replace(
      /<(title|script|style|textarea|a|i|b|em|strong|span|div|p|td|th|li|iframe)((?:\s[^<>]{0,2000})?)\/>/gi,
      '<$1$2></$1>',
    )
}
