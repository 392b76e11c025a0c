import { PageText } from './pageNode.ts'
import { PageParent } from './pageParent.ts'
import type { Work } from './work.ts'

const htmlNamespace = 'http://www.w3.org/1999/xhtml'

/** An attribute is never changed, only replaced: copies of an element share its list. */
export class PageAttribute {
  readonly name: string
  readonly value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }

  cloneNode(): PageAttribute {
    return this
  }
}

const noAttributes: readonly PageAttribute[] = []

export class PageElement extends PageParent {
  readonly nodeType = 1
  readonly localName: string
  /** In capitals for an element of HTML. */
  readonly tagName: string
  readonly namespaceURI: string
  readonly ownerDocument: PageDocument
  attributes: readonly PageAttribute[]
  /** What a `template` holds, which is not below it. */
  content: PageFragment | null = null

  constructor(
    document: PageDocument,
    localName: string,
    namespace: string = htmlNamespace,
    attributes: readonly PageAttribute[] = noAttributes,
  ) {
    super(document.work)
    this.ownerDocument = document
    this.localName = localName
    this.tagName = namespace === htmlNamespace ? inCapitals(localName) : localName
    this.namespaceURI = namespace
    this.attributes = attributes
  }

  get nodeName(): string {
    return this.tagName
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value
    return null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new PageAttribute(name, String(value)))
  }

  setAttributeNode(attribute: PageAttribute): void {
    this.attributes = this.hasAttribute(attribute.name)
      ? this.attributes.map(one => (one.name === attribute.name ? attribute : one))
      : [...this.attributes, attribute]
  }

  removeAttribute(name: string): void {
    if (this.hasAttribute(name)) this.attributes = this.attributes.filter(one => one.name !== name)
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(id: string) {
    this.setAttribute('id', id)
  }

  /** Empty for a drawing's elements, where it is no string in the standard either. */
  get className(): string {
    return this.namespaceURI === htmlNamespace ? (this.getAttribute('class') ?? '') : ''
  }

  set className(names: string) {
    this.setAttribute('class', names)
  }

  get src(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('src') ?? '') : undefined
  }

  get srcset(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('srcset') ?? '') : undefined
  }

  /** What its own `style` says of whether it is seen. */
  get style(): { display: string; visibility: string } {
    const written = this.getAttribute('style')
    if (!written || !/none|hidden/i.test(written)) return noStyle
    return { display: declared(written, displays), visibility: declared(written, visibilities) }
  }

  get innerHTML(): string {
    return this.ownerDocument.markup.write(this)
  }

  set innerHTML(html: string) {
    const fragment = this.ownerDocument.markup.read(html, this)
    while (this.lastChild) this.removeChild(this.lastChild)
    while (fragment.firstChild) this.appendChild(fragment.firstChild)
  }

  cloneNode(deep = false): PageElement {
    const copy = new PageElement(this.ownerDocument, this.localName, this.namespaceURI, this.attributes)
    if (deep)
      for (let node = this.firstChild; node; node = node.nextSibling) copy.appendChild(node.cloneNode(true))
    return copy
  }
}

const noStyle = { display: '', visibility: '' }
const displays = /(?:^|;)\s*display\s*:\s*([a-z-]+)/gi
const visibilities = /(?:^|;)\s*visibility\s*:\s*([a-z-]+)/gi

function declared(style: string, property: RegExp): string {
  let value = ''
  for (const found of style.matchAll(property)) value = found[1]!.toLowerCase()
  return value
}

const capitals = new Map<string, string>()

function inCapitals(name: string): string {
  let tag = capitals.get(name)
  if (tag === undefined) {
    tag = name.toUpperCase()
    if (capitals.size < 1000) capitals.set(name, tag)
  }
  return tag
}

export class PageFragment extends PageParent {
  readonly nodeType = 11
  readonly nodeName = '#document-fragment'

  cloneNode(): PageFragment {
    return new PageFragment(this.work)
  }
}

/** In UTF-16 code units. What stands after them is read by nobody, and compared with headings word by word. */
export const longestTitle = 600

/** Turns elements into HTML and back. */
export interface Markup {
  write(inside: PageParent): string
  read(html: string, within: PageElement): PageFragment
}

export class PageDocument extends PageParent {
  readonly nodeType = 9
  readonly nodeName = '#document'
  readonly markup: Markup
  readonly baseURI = 'http://page.invalid/'
  readonly documentURI = 'http://page.invalid/'

  constructor(work: Work, markup: Markup) {
    super(work)
    this.markup = markup
  }

  get documentElement(): PageElement {
    return this.firstElementChild!
  }

  get head(): PageElement {
    return this.documentElement.children.find(({ localName }) => localName === 'head')!
  }

  /** A page of frames has none. */
  get body(): PageElement | null {
    return this.documentElement.children.find(({ localName }) => localName === 'body') ?? null
  }

  get title(): string {
    const element = this.getElementsByTagName('title').find(one => one.namespaceURI === htmlNamespace)
    return element
      ? element.textContent
          .slice(0, longestTitle)
          .replace(/[\t\n\f\r ]+/g, ' ')
          .trim()
      : ''
  }

  createElement(name: string): PageElement {
    return new PageElement(this, name.toLowerCase())
  }

  createTextNode(data: string): PageText {
    return new PageText(data)
  }

  cloneNode(): PageDocument {
    return new PageDocument(this.work, this.markup)
  }
}
