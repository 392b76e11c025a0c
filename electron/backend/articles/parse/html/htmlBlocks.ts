import type { BlockKind } from '../../../../../shared/contract/article.ts'
import type { PageElement } from './dom/pageElement.ts'
import type { PageNode, PageText } from './dom/pageNode.ts'
import { isCaptionByName, placeOf } from './htmlPlaces.ts'
import { isDataTable, tableText } from './htmlTable.ts'
import { blockTags, isUnseen, lineOf, visibleText } from './visibleText.ts'

export interface HtmlBlock {
  kind: BlockKind
  text: string
  /** It stands in an `h1`. */
  main: boolean
  /** How many letters, white space not counted, its text nodes have. */
  letters: number
  /** How many of them are in links. */
  linked: number
  /** The innermost part of the page that it stands in and that says what it is, when not the article. */
  place: Place | null
}

/** A part of the page that its tag, role or class names call something: "Navigation". */
export interface Place {
  called: string
  within: Place | null
}

/**
 * The blocks of a page in reading order: every visible word is in one. Each text node gets the number of its block,
 * by which it is known again after the tree has been changed; nothing else is changed. There are none when there is no body, as in a page of frames.
 */
export function htmlBlocks(body: PageElement | null): HtmlBlock[] {
  const reading = new Reading()
  if (body) reading.container(body, { kind: 'paragraph', main: false, place: null })
  return reading.blocks
}

type Context = Pick<HtmlBlock, 'kind' | 'main' | 'place'>

class Reading {
  readonly blocks: HtmlBlock[] = []
  readonly #holding = new Map<PageElement, boolean>()

  container(container: PageElement, context: Context): void {
    let run: PageNode[] = []
    const finish = () => {
      if (run.length > 0) this.#add(run, context)
      run = []
    }
    let breaks = 0
    for (let node = container.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        if (/\S/.test((node as PageText).data)) breaks = 0
        run.push(node)
      } else if (node.nodeType === 1) {
        const element = node as PageElement
        const isBreak = element.localName === 'br'
        breaks = isBreak ? breaks + 1 : 0
        if (isBreak && breaks >= 2) finish()
        else if (!isBreak && !isUnseen(element) && this.#isBlock(element)) {
          finish()
          this.#block(element, contextOf(element, context, this.#holdsBlock(element)))
        } else run.push(element)
      }
    }
    finish()
  }

  #block(element: PageElement, context: Context): void {
    if (element.localName === 'table' && isDataTable(element)) {
      const text = tableText(element)
      if (text) this.#push({ ...context, kind: 'table', text, letters: 0, linked: 0 }, [element])
    } else if (this.#holdsBlock(element)) this.container(element, context)
    else this.#add([element], context)
  }

  #add(nodes: readonly PageNode[], context: Context): void {
    const text = lineOf(nodes.map(visibleText).join(''))
    if (text) this.#push({ ...context, text, letters: 0, linked: 0 }, nodes)
  }

  #push(block: HtmlBlock, nodes: readonly PageNode[]): void {
    const number = this.blocks.push(block) - 1
    for (const node of nodes) stamp(node, number, block, false)
  }

  /** Block-level by its tag, or because something block-level is inside it: a link around a card, a custom element. */
  #isBlock(element: PageElement): boolean {
    return blockTags.has(element.localName) || this.#holdsBlock(element)
  }

  /** Whether visible block-level content, or a double line break, is below. Each element is looked at once. */
  #holdsBlock(element: PageElement): boolean {
    const known = this.#holding.get(element)
    if (known !== undefined) return known
    let found = false
    let breaks = 0
    for (let node = element.firstChild; node && !found; node = node.nextSibling) {
      if (node.nodeType === 3 && /\S/.test((node as PageText).data)) breaks = 0
      if (node.nodeType !== 1 || isUnseen(node as PageElement)) continue
      breaks = (node as PageElement).localName === 'br' ? breaks + 1 : 0
      found = breaks >= 2 || this.#isBlock(node as PageElement)
    }
    this.#holding.set(element, found)
    return found
  }
}

function contextOf(element: PageElement, { kind, main, place }: Context, holdsBlock: boolean): Context {
  const tag = element.localName
  const called = placeOf(element)
  return {
    kind: /^h[1-6]$/.test(tag)
      ? 'heading'
      : (kinds[tag] ?? (!holdsBlock && isCaptionByName(element) ? 'caption' : kind)),
    main: main || tag === 'h1',
    place: called ? { called, within: place } : place,
  }
}

const kinds: Record<string, BlockKind> = {
  li: 'listItem',
  blockquote: 'quotation',
  figcaption: 'caption',
  caption: 'caption',
}

/** Gives the visible text nodes in and below a node a block's number, and counts their letters. */
function stamp(node: PageNode, number: number, block: HtmlBlock, inLink: boolean): void {
  if (node.nodeType === 3) {
    ;(node as PageText).block = number
    const letters = lettersOf(node as PageText)
    block.letters += letters
    if (inLink) block.linked += letters
  } else if (node.nodeType === 1 && !isUnseen(node as PageElement)) {
    const linked = inLink || (node as PageElement).localName === 'a'
    for (let child = (node as PageElement).firstChild; child; child = child.nextSibling)
      stamp(child, number, block, linked)
  }
}

/** White space is no letter. */
export function lettersOf({ data }: PageText): number {
  return data.replace(/\s+/g, '').length
}
