import type { DocumentNode } from '../../../../shared/document/briefing.ts'
import type { Block, Run } from './block.ts'
import type { Typesetting } from './typesetting.ts'

/** The places that cross-references and the change sheet lead to at a block of the document, as runs without words. */
export function anchorsAt(node: DocumentNode, index: number, { references, changed }: Typesetting): Run[] {
  const referred =
    typeof node.attrs?.anchor === 'string' ? references.get(node.attrs.anchor)?.anchor : undefined
  return [referred, changed.get(index)].flatMap(anchor =>
    anchor === undefined ? [] : [{ text: '', anchor }],
  )
}

/** The first of the blocks with anchors at its first words. */
export function anchored(blocks: Block[], anchors: Run[]): Block[] {
  const [block, ...others] = blocks
  return anchors.length === 0 || block === undefined ? blocks : [withAnchors(block, anchors), ...others]
}

function withAnchors(block: Block, anchors: Run[]): Block {
  if ('runs' in block) return { ...block, runs: [...anchors, ...block.runs] }
  if (block.kind === 'table') {
    if (block.caption) return { ...block, caption: [...anchors, ...block.caption] }
    const [[cell, ...cells] = [], ...rows] = block.rows
    if (!cell?.blocks[0]) return block
    const blocks = [withAnchors(cell.blocks[0], anchors), ...cell.blocks.slice(1)]
    return { ...block, rows: [[{ ...cell, blocks }, ...cells], ...rows] }
  }
  if (block.kind !== 'list') return block
  const [item, ...items] = block.items
  return item ? { ...block, items: [{ ...item, label: [...anchors, ...item.label] }, ...items] } : block
}
