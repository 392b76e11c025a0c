import { Readability } from '@mozilla/readability'
import { stamp } from './htmlBlocks.ts'
import type { PageDocument, PageElement } from './pageDom.ts'

/** Pages with more elements than this are not weighed: the time it takes grows faster than the page. */
const mostElements = 60_000

export interface Readable {
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  /** The numbers of the blocks that belong to the article, and the text of each that was left. */
  kept: Map<number, string>
}

/** What Mozilla's Readability takes to be the article, or null when it finds none. Changes the document it is given. */
export function readableStamps(document: PageDocument): Readable | null {
  try {
    const article = new Readability<PageElement>(
      document as unknown as ConstructorParameters<typeof Readability>[0],
      {
        serializer: node => node as unknown as PageElement,
        maxElemsToParse: mostElements,
      },
    ).parse()
    if (!article) return null
    const kept = new Map<number, string>()
    for (const element of article.content?.querySelectorAll(`[${stamp}]`) ?? []) {
      const text = element.textContent ?? ''
      if (/\S/.test(text)) kept.set(Number(element.getAttribute(stamp)), text)
    }
    const { title, byline, siteName, publishedTime } = article
    return {
      title: title || null,
      byline: byline || null,
      publisher: siteName || null,
      published: publishedTime || null,
      kept,
    }
  } catch {
    return null
  }
}
