import type { PageElement } from './pageElement.ts'
import { PageNode, type PageText } from './pageNode.ts'
import type { Work } from './work.ts'

/** Texts longer than this, in UTF-16 code units, are put together anew each time: kept at every level they fill the memory. */
const longestKept = 65_536

/** A node that has children, in a chain from the first to the last. */
export abstract class PageParent extends PageNode {
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  /** The work done on the whole page so far. */
  readonly work: Work
  /** Set only while it is right; then it is set in every element below, too. */
  #text: string | null = null
  #childNodes: readonly PageNode[] | null = null
  #children: PageElement[] | null = null

  constructor(work: Work) {
    super()
    this.work = work
  }

  get textContent(): string {
    if (this.#text !== null) return this.#text
    let text = ''
    let count = 1
    for (let node = this.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) text += (node as PageText).data
      else if (node.nodeType === 1) text += node.textContent
      count++
    }
    this.work.add(count + (text.length >> 4))
    if (text.length <= longestKept) this.#text = text
    return text
  }

  override get childNodes(): readonly PageNode[] {
    this.#childNodes ??= this.#listed()
    this.work.add(this.#childNodes.length)
    return this.#childNodes
  }

  get children(): PageElement[] {
    if (this.#children) return this.#children
    const elements: PageElement[] = []
    for (let node = this.firstElementChild; node; node = node.nextElementSibling) elements.push(node)
    this.work.add(elements.length)
    this.#children = elements
    return elements
  }

  get firstElementChild(): PageElement | null {
    let node = this.firstChild
    while (node && node.nodeType !== 1) node = node.nextSibling
    return node as PageElement | null
  }

  appendChild<N extends PageNode>(node: N): N {
    return this.insertBefore(node, null)
  }

  insertBefore<N extends PageNode>(node: N, before: PageNode | null): N {
    node.parentNode?.removeChild(node)
    const previous = before ? before.previousSibling : this.lastChild
    node.parentNode = this
    node.previousSibling = previous
    node.nextSibling = before
    if (previous) previous.nextSibling = node
    else this.firstChild = node
    if (before) before.previousSibling = node
    else this.lastChild = node
    this.#changed()
    return node
  }

  removeChild<N extends PageNode>(node: N): N {
    const { previousSibling, nextSibling } = node
    if (previousSibling) previousSibling.nextSibling = nextSibling
    else this.firstChild = nextSibling
    if (nextSibling) nextSibling.previousSibling = previousSibling
    else this.lastChild = previousSibling
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.#changed()
    return node
  }

  replaceChild<N extends PageNode>(node: PageNode, old: N): N {
    if (node === old) return old
    this.insertBefore(node, old)
    return this.removeChild(old)
  }

  /** In the order of the page, and not live: what is found stays found. `*` stands for every element. */
  getElementsByTagName(name: string): PageElement[] {
    return this.#below(name === '*' ? null : [name.toLowerCase()])
  }

  /** Knows lists of element names only: "ul, ol". */
  querySelectorAll(names: string): PageElement[] {
    return this.#below(names === '*' ? null : names.toLowerCase().split(/\s*,\s*/))
  }

  /** Text was added to a child without a change of nodes. */
  textChanged(): void {
    let node: PageParent | null = this
    while (node && node.#text !== null) {
      node.#text = null
      node = node.parentNode
    }
  }

  #listed(): PageNode[] {
    const nodes: PageNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  #changed(): void {
    this.#childNodes = null
    this.#children = null
    this.textChanged()
  }

  #below(names: readonly string[] | null): PageElement[] {
    const found: PageElement[] = []
    const single = names?.length === 1 ? names[0]! : null
    let count = 0
    let node: PageNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 1) {
        count++
        const element = node as PageElement
        const { localName } = element
        if (single !== null ? localName === single : !names || names.includes(localName)) found.push(element)
        if (element.firstChild) {
          node = element.firstChild
          continue
        }
      }
      while (!node.nextSibling) {
        node = node.parentNode as PageNode
        if (node === this) {
          this.work.add(count)
          return found
        }
      }
      node = node.nextSibling
    }
    return found
  }
}
