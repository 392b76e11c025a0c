import type { NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Decoration } from '@tiptap/pm/view'

export interface InlineAtom {
  className: string
  role: 'link' | 'button'
  /** Draws the node into its element, again each time it or what its decorations tell has changed. */
  draw(dom: HTMLElement, node: Node, decorations: readonly Decoration[]): void
  /** Hears once of each element made. */
  listen(dom: HTMLElement, view: { editor: NodeViewRendererProps['editor']; at(): number | undefined }): void
}

/** The view of something that stands in a line and is not typed into: a citation, a note's number, a reference. */
export const inlineAtom =
  ({ className, role, draw, listen }: InlineAtom): NodeViewRenderer =>
  ({ node, decorations, editor, getPos }) => {
    const dom = document.createElement('span')
    dom.className = className
    dom.setAttribute('role', role)
    dom.contentEditable = 'false'
    draw(dom, node, decorations)
    listen(dom, { editor, at: getPos })
    return {
      dom,
      update(next: Node, nextDecorations: readonly Decoration[]) {
        if (next.type !== node.type) return false
        draw(dom, next, nextDecorations)
        return true
      },
      ignoreMutation: () => true,
    }
  }

/** Names the element for those who hear it and those who point at it. */
export function nameElement(dom: HTMLElement, name: string): void {
  dom.setAttribute('aria-label', name)
  dom.title = name
}
