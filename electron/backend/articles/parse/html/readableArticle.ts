import { Readability } from '@mozilla/readability'
import { longestTitle, type PageDocument, type PageElement } from './dom/pageElement.ts'
import type { PageNode, PageText } from './dom/pageNode.ts'
import { type HtmlBlock, lettersOf } from './htmlBlocks.ts'

/** How much work, in nodes looked at, may go into finding the article. News pages take 0.1 to 0.3 million, pages of 8 MB 30. */
const mostWork = 40_000_000

export interface Readable {
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  /** The numbers of the blocks that belong to the article. */
  kept: Set<number>
}

/** Pages with more elements than this are not weighed: that takes their memory a second time. */
const mostElements = 120_000
/** Of the `property` of a meta element, in UTF-16 code units. */
const longestName = 500

/** What Mozilla's Readability takes to be the article, or null when it finds none. The document is of no use afterwards. */
export function readableArticle(document: PageDocument, blocks: readonly HtmlBlock[]): Readable | null {
  const { work, body } = document
  if (!body || document.getElementsByTagName('*').length > mostElements) return null
  keepBody(body)
  dropLongNames(document)
  work.most = work.done + mostWork
  try {
    const readability = new Readability<PageElement>(
      document as unknown as ConstructorParameters<typeof Readability>[0],
      { serializer: node => node as unknown as PageElement },
    )
    keepInBounds(readability)
    const article = readability.parse()
    if (!article?.content) return null
    const { title, byline, siteName, publishedTime } = article
    return {
      title: title || null,
      byline: byline || null,
      publisher: siteName || null,
      published: publishedTime || null,
      kept: keptBlocks(article.content, blocks),
    }
  } catch {
    return null // it took too much work, or met a tree that it cannot handle
  } finally {
    work.most = Number.POSITIVE_INFINITY
  }
}

interface Steps {
  _postProcessContent(): void
  _cleanStyles(): void
  _getArticleMetadata(linked: unknown): { title?: string }
  _grabArticle(page: unknown): PageElement | null
}

/**
 * Leaves out what is only for display or for its log: addresses, classes and styles, the article's HTML; and cuts
 * titles of thousands of words. These are Readability 0.6.0's own names; without them it is slower, not wrong.
 */
function keepInBounds(readability: object): void {
  const steps = readability as Steps
  const metadata = steps._getArticleMetadata
  const grab = steps._grabArticle
  steps._postProcessContent = () => {}
  steps._cleanStyles = () => {}
  steps._getArticleMetadata = function (linked) {
    const said = metadata.call(this, linked)
    return { ...said, title: said.title?.slice(0, longestTitle) ?? '' }
  }
  steps._grabArticle = function (page) {
    const article = grab.call(this, page)
    if (article) Object.defineProperty(article, 'innerHTML', { value: '' })
    return article
  }
}

/** Names that are no names are taken away, for Readability's expressions would be long over them. */
function dropLongNames(document: PageDocument): void {
  for (const meta of document.getElementsByTagName('meta'))
    if ((meta.getAttribute('property')?.length ?? 0) > longestName) meta.removeAttribute('property')
}

/** Readability takes the body's HTML and puts it back to try again. A copy is quicker, and keeps the blocks' numbers. */
function keepBody(body: PageElement): void {
  let copy: PageElement | null = null
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      copy = body.cloneNode(true)
      return ''
    },
    set: () => {
      while (body.lastChild) body.removeChild(body.lastChild)
      const again = copy!.cloneNode(true)
      while (again.firstChild) body.appendChild(again.firstChild)
    },
  })
}

/** Blocks of which at least half is left. */
function keptBlocks(content: PageElement, blocks: readonly HtmlBlock[]): Set<number> {
  const left = new Map<number, number>()
  const count = (node: PageNode): void => {
    if (node.nodeType === 3) {
      const { block } = node as PageText
      if (block >= 0) left.set(block, (left.get(block) ?? 0) + lettersOf(node as PageText))
    } else if (node.nodeType === 1)
      for (let child = (node as PageElement).firstChild; child; child = child.nextSibling) count(child)
  }
  count(content)
  const kept = new Set<number>()
  for (const [block, letters] of left)
    if (letters > 0 && letters * 2 >= blocks[block]!.letters) kept.add(block)
  return kept
}
