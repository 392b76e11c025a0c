import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button, EmptyState, Kbd } from '../ui/index.ts'
import styles from './Compare.module.css'
import { blockAt, ComparedBlocks, type CompareLabels } from './ComparedBlocks.tsx'
import { type ComparedBlock, changesOf } from './foldedBlocks.ts'

/** The changes between two texts, one after the other by button or by key. */
export function Changes({
  blocks,
  labels,
}: {
  blocks: readonly ComparedBlock[]
  labels: CompareLabels
}): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(-1)
  const changes = changesOf(blocks)
  const count = changes.length

  function go(step: 1 | -1): void {
    if (count === 0) return
    const next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count
    setCurrent(next)
    const block = blockAt(box.current, changes[next]!)
    block?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'center' })
  }

  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    go(event.shiftKey ? -1 : 1)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])

  if (count === 0) {
    return (
      <EmptyState title="The words are the same">
        <p>What differs is in the details or in the page around the article.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles.go}>
        <p role="status" className={styles.count}>
          {current < 0
            ? `${count} ${count === 1 ? 'change' : 'changes'}`
            : `Change ${current + 1} of ${count}`}
        </p>
        <Button onPress={() => go(-1)}>
          Previous change <Kbd keys="Shift+F8" />
        </Button>
        <Button onPress={() => go(1)}>
          Next change <Kbd keys="F8" />
        </Button>
      </div>
      <ComparedBlocks {...{ blocks, box, labels }} current={changes[current] ?? null} />
    </>
  )
}
