import type { ReactNode } from 'react'
import { FurnitureFrame } from './FurnitureFrame.tsx'
import type { ShownBlock } from './shownBlocks.ts'
import styles from './TextBlock.module.css'
import { type Overlay, TextStretch } from './TextStretch.tsx'
import type { TextRange } from './textRange.ts'

interface Props {
  text: string
  block: ShownBlock
  overlays: readonly Overlay[]
  activeId: string | null
  /** Whether it takes the one tab stop of the text. */
  isCurrent: boolean
  /** Drawn as the headline, where a block says the same as the article's title. */
  isHeadline?: boolean
  /** Page furniture is shown, and what is furniture may be decided. */
  isDeciding: boolean
  /** Absent where nothing can be changed. */
  onDecide?(block: ShownBlock, decision: 'hidden' | 'shown' | null): void
}

/** One block of an article. Page furniture stands apart, and says why it was hidden. */
export function TextBlock(props: Props): ReactNode {
  const { text, block, overlays, activeId, isCurrent, isHeadline, isDeciding, onDecide } = props
  const stretch = (within: TextRange) => (
    <TextStretch key={within.start} text={text} within={within} overlays={overlays} activeId={activeId} />
  )
  const shared = { 'data-block': block.index, tabIndex: isCurrent ? 0 : -1 }
  const drawn = isHeadline ? (
    <h2 {...shared} className={styles.headline}>
      {stretch(block)}
    </h2>
  ) : (
    draw(text, block, shared, stretch)
  )
  if (!block.furniture && !isDeciding) return drawn
  const words = text.slice(block.start, block.end).replace(/\s+/g, ' ')
  return (
    <FurnitureFrame
      block={block}
      name={words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words}
      isCurrent={isCurrent}
      onDecide={isDeciding && onDecide ? decision => onDecide(block, decision) : undefined}
    >
      {drawn}
    </FurnitureFrame>
  )
}

function draw(
  text: string,
  block: ShownBlock,
  shared: { 'data-block': number; tabIndex: number },
  stretch: (within: TextRange) => ReactNode,
): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 {...shared} className={styles.heading}>
          {stretch(block)}
        </h3>
      )
    case 'listItem':
      return (
        <p {...shared} className={`${styles.paragraph} ${styles.item}`}>
          {stretch(block)}
        </p>
      )
    case 'quotation':
      return (
        <blockquote {...shared} className={styles.quotation}>
          {stretch(block)}
        </blockquote>
      )
    case 'caption':
      return (
        <p {...shared} className={styles.caption}>
          {stretch(block)}
        </p>
      )
    case 'table': {
      const rows = split(text, block, '\n').map(row => ({ ...row, cells: split(text, row, '\t') }))
      const columns = Math.max(...rows.map(({ cells }) => cells.length))
      return (
        <div {...shared} className={styles.tableBox}>
          <table className={styles.table}>
            <tbody>
              {rows.map(({ start, cells }) => (
                <tr key={start}>
                  {cells.map(cell => (
                    // A row of one cell is a caption: it stands over all columns.
                    <td key={cell.start} colSpan={cells.length === 1 ? columns : undefined}>
                      {cell.end > cell.start && stretch(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    }
    case 'paragraph':
      return (
        <p {...shared} className={styles.paragraph}>
          {stretch(block)}
        </p>
      )
  }
}

/** The ranges between the separators of a table: a line feed ends a row, a tab a cell. */
function split(text: string, { start, end }: TextRange, separator: string): TextRange[] {
  let from = start
  return text
    .slice(start, end)
    .split(separator)
    .map(part => {
      const range = { start: from, end: from + part.length }
      from = range.end + separator.length
      return range
    })
}
