/**
 * The part of the DOM standard that reading a page needs. The backend compiles without the DOM library, so that a
 * slip does not compile; these are the names and types of that standard.
 */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly parentNode: PageNode | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly childNodes: Iterable<PageNode>
  readonly textContent: string | null
  appendChild(child: PageNode): unknown
  insertBefore(child: PageNode, before: PageNode | null): unknown
}

export interface PageElement extends PageNode {
  readonly localName: string
  readonly attributes: Iterable<{ name: string; value: string }>
  readonly children: Iterable<PageElement>
  readonly parentElement: PageElement | null
  readonly firstElementChild: PageElement | null
  readonly nextElementSibling: PageElement | null
  hasAttribute(name: string): boolean
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

export interface PageDocument extends PageNode {
  readonly documentElement: PageElement
  readonly head: PageElement
  readonly body: PageElement
  readonly title: string
  createElement(name: string): PageElement
  cloneNode(deep: boolean): PageNode
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
