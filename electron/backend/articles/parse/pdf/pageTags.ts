/** The element of a tagged PDF that words stand in: PDF 32000-1:2008, section 14.8.4. */
export interface PageTags {
  /** The number of the paragraph, heading, list item or cell, within its page. */
  block: number
  /** What that is: "P", "H1", "LI", "TD". */
  role: string
  /** The numbers of the table and the row around it, or null. */
  table: number | null
  row: number | null
}

interface TreeNode {
  role?: string
  type?: string
  id?: string
  children?: TreeNode[]
}

const blockRoles = /^(?:P|H|H\d|Title|LI|LBody|TD|TH|Caption|BlockQuote|Quote|Note|TOCI|Div|Sect|Art|Figure)$/
const deepest = 200

/** The elements by the marked content in them. Empty for a page without tags. */
export function pageTags(tree: unknown): Map<string, PageTags> {
  const tags = new Map<string, PageTags>()
  let count = 0
  const visit = (node: TreeNode, around: PageTags, depth: number): void => {
    if (node.type === 'content') {
      if (node.id) tags.set(node.id, around)
      return
    }
    if (depth > deepest) return
    const { role = '' } = node
    const number = ++count
    let inside = around
    if (role === 'Table') inside = { ...around, table: number, row: null, block: number, role }
    else if (role === 'TR') inside = { ...around, row: number }
    // A paragraph within a list item, a cell or a caption is that.
    else if (
      blockRoles.test(role) &&
      !(/^(?:P|Div|LBody|H\d?)$/.test(role) && holdsParagraphs.test(around.role))
    )
      inside = { ...around, block: number, role }
    for (const child of node.children ?? []) visit(child, inside, depth + 1)
  }
  if (tree) visit(tree as TreeNode, { block: 0, role: '', table: null, row: null }, 0)
  return tags
}

const holdsParagraphs = /^(?:LI|TD|TH|Caption|BlockQuote|Note)$/
