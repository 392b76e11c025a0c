import { Readability } from '@mozilla/readability'
import type { PageDocument, PageElement } from './dom/pageElement.ts'
import type { PageNode, PageText } from './dom/pageNode.ts'
import { type HtmlBlock, lettersOf } from './htmlBlocks.ts'

/** How much work, in nodes looked at, may go into finding the article. Long pages take a tenth of it. */
const mostWork = 60_000_000

export interface Readable {
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  /** The numbers of the blocks that belong to the article. */
  kept: Set<number>
}

/** What Mozilla's Readability takes to be the article, or null when it finds none. The document is of no use afterwards. */
export function readableArticle(document: PageDocument, blocks: readonly HtmlBlock[]): Readable | null {
  const { work, body } = document
  if (!body) return null
  keepBody(body)
  work.most = work.done + mostWork
  try {
    const readability = new Readability<PageElement>(
      document as unknown as ConstructorParameters<typeof Readability>[0],
      { serializer: node => node as unknown as PageElement },
    )
    // What is only for display: addresses, classes and styles of what is kept.
    Object.assign(readability, { _postProcessContent() {}, _cleanStyles() {} })
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
