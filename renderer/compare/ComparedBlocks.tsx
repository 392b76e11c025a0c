import { type ReactNode, type RefObject, useState } from 'react'
import { Button } from '../ui/index.ts'
import styles from './Compare.module.css'
import { type ComparedBlock, foldedBlocks } from './foldedBlocks.ts'

interface Props {
  blocks: readonly ComparedBlock[]
  /** The block gone to. */
  current: number | null
  box: RefObject<HTMLDivElement | null>
  labels: CompareLabels
}

/** What is said of what stands in one text only, and of what differs. */
export interface CompareLabels {
  added: string
  removed: string
  changed: string
}

/** Two texts as one, block by block: what went struck through, what came underlined, what stayed folded away. */
export function ComparedBlocks({ blocks, current, box, labels }: Props): ReactNode {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())

  function unfold(first: number): void {
    setUnfolded(new Set([...unfolded, first]))
    // The button goes; the keyboard goes on with what came in its place.
    requestAnimationFrame(() => blockAt(box.current, first)?.focus())
  }

  return (
    <div ref={box} className={styles.blocks}>
      {foldedBlocks(blocks, unfolded).map(item => {
        if (item.kind === 'fold') {
          const count = item.last - item.first + 1
          return (
            <div key={`fold ${item.first}`} className={styles.fold}>
              <Button variant="quiet" onPress={() => unfold(item.first)}>
                {`Show ${count.toLocaleString('en-GB')} unchanged paragraphs`}
              </Button>
            </div>
          )
        }
        const block = blocks[item.index]!
        return (
          <div
            key={item.index}
            data-compared={item.index}
            tabIndex={-1}
            className={`${styles.block} ${styles[block.kind]} ${current === item.index ? styles.current : ''}`}
          >
            {block.kind !== 'same' && <p className={styles.label}>{labels[block.kind]}</p>}
            <p className={styles.words}>{block.pieces.map((piece, i) => drawPiece(piece, i, labels))}</p>
          </div>
        )
      })}
    </div>
  )
}

export const blockAt = (box: HTMLElement | null, index: number): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`[data-compared="${index}"]`) ?? null

function drawPiece(
  { kind, text }: ComparedBlock['pieces'][number],
  i: number,
  labels: CompareLabels,
): ReactNode {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark key={i} className={styles[Mark]}>
      <span className="visuallyHidden">{` [${labels[kind]}: `}</span>
      {text}
      <span className="visuallyHidden">] </span>
    </Mark>
  )
}
