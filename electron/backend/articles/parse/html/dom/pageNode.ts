import type { PageElement } from './pageElement.ts'
import type { PageParent } from './pageParent.ts'

/**
 * A page as a tree: the part of the DOM standard that reading an article needs, with that standard's names and types.
 * It is our own because a browser's whole DOM costs two to three times the time, and because this one counts its
 * work, so that a page that was made to take hours is given up after a stated amount of it.
 */
export abstract class PageNode {
  /** Where a node has children, they are here. */
  get childNodes(): readonly PageNode[] {
    return none
  }
  /** 1 for an element, 3 for text, 8 for a comment, 9 for the document, 11 for a fragment. */
  abstract readonly nodeType: number
  abstract readonly nodeName: string
  abstract readonly textContent: string
  parentNode: PageParent | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null

  abstract cloneNode(deep?: boolean): PageNode

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling
    while (node && node.nodeType !== 1) node = node.nextSibling
    return node as PageElement | null
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node && node.nodeType !== 1) node = node.previousSibling
    return node as PageElement | null
  }
}

const none: readonly PageNode[] = []

export class PageText extends PageNode {
  readonly nodeType = 3
  readonly nodeName = '#text'
  /** The number of the block that these words are in; -1 when they are in none. Copies keep it. */
  block = -1
  data: string

  constructor(data: string) {
    super()
    this.data = data
  }

  get nodeValue(): string {
    return this.data
  }

  get textContent(): string {
    return this.data
  }

  cloneNode(): PageText {
    const copy = new PageText(this.data)
    copy.block = this.block
    return copy
  }
}

export class PageComment extends PageNode {
  readonly nodeType = 8
  readonly nodeName = '#comment'
  readonly data: string

  constructor(data: string) {
    super()
    this.data = data
  }

  get nodeValue(): string {
    return this.data
  }

  get textContent(): string {
    return this.data
  }

  cloneNode(): PageComment {
    return new PageComment(this.data)
  }
}
