import { html as standard, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { type Markup, PageAttribute, PageDocument, PageElement, PageFragment } from './pageElement.ts'
import { PageComment, type PageNode, PageText } from './pageNode.ts'
import type { PageParent } from './pageParent.ts'
import type { Work } from './work.ts'

type PageMap = TreeAdapterTypeMap<
  PageNode,
  PageParent,
  PageNode,
  PageDocument,
  PageFragment,
  PageElement,
  PageComment,
  PageText,
  PageElement,
  never
>
export type PageAdapter = TreeAdapter<PageMap>

export interface TreeBounds {
  /** How many elements may be open at one time. */
  open: number
  /** How many elements there may be: a parser must open forgotten ones again and again. */
  elements: number
  /** Throws. */
  exceeded(bound: 'open' | 'elements'): never
}

/** An element's attributes beyond this many are left out. */
const mostAttributes = 1000

/** Lets parse5, which follows the HTML standard, build a {@link PageDocument}. */
export function pageAdapter(work: Work, markup: Markup, bounds: TreeBounds): PageAdapter {
  const document = new PageDocument(work, markup)
  let open = 0
  let elements = 0
  return {
    createDocument: () => document,
    createDocumentFragment: () => new PageFragment(work),
    createElement(name, namespace, attributes) {
      if (++elements > bounds.elements) bounds.exceeded('elements')
      return new PageElement(document, name, namespace, attributes.slice(0, mostAttributes).map(asAttribute))
    },
    createCommentNode: data => new PageComment(data),
    createTextNode: value => new PageText(value),
    appendChild: (parent, node) => void parent.appendChild(node),
    insertBefore: (parent, node, before) => void parent.insertBefore(node, before),
    detachNode: node => node.remove(),
    insertText: (parent, text) => addText(parent, text, null),
    insertTextBefore: addText,
    adoptAttributes(element, attributes) {
      for (const attribute of attributes.slice(0, mostAttributes))
        if (element.attributes.length < mostAttributes && !element.hasAttribute(attribute.name))
          element.setAttributeNode(asAttribute(attribute))
    },
    setTemplateContent(template, content) {
      template.content = content
    },
    getTemplateContent: template => (template.content ??= new PageFragment(work)),
    onItemPush() {
      if (++open > bounds.open) bounds.exceeded('open')
    },
    onItemPop() {
      open--
    },
    getFirstChild: node => node.firstChild,
    getChildNodes: node => [...node.childNodes],
    getParentNode: node => node.parentNode,
    getAttrList: element => [...element.attributes],
    getTagName: element => element.localName,
    getNamespaceURI: element => element.namespaceURI as standard.NS,
    getTextNodeContent: text => text.data,
    getCommentNodeContent: comment => comment.data,
    isTextNode: (node): node is PageText => node.nodeType === 3,
    isCommentNode: (node): node is PageComment => node.nodeType === 8,
    isElementNode: (node): node is PageElement => node.nodeType === 1,
    isDocumentTypeNode: (_node): _node is never => false,
    // What kind of document it is, and where in the file a node came from, is of no use here.
    getDocumentMode: () => standard.DOCUMENT_MODE.NO_QUIRKS,
    setDocumentMode() {},
    setDocumentType() {},
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation() {},
    updateNodeSourceCodeLocation() {},
  }
}

const asAttribute = ({ name, value }: Token.Attribute) => new PageAttribute(name, value)

/** Text beside text becomes one node. */
function addText(parent: PageParent, text: string, before: PageNode | null): void {
  const previous = before ? before.previousSibling : parent.lastChild
  if (previous?.nodeType === 3) {
    ;(previous as PageText).data += text
    parent.textChanged()
  } else parent.insertBefore(new PageText(text), before)
}
