import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { toast } from '../ui/index.ts'
import { droppedFiles, type ImportFile } from './importFiles.ts'
import styles from './Library.module.css'

interface Props {
  isDisabled: boolean
  onFiles(files: ImportFile[]): void
  /** Ctrl+F was pressed somewhere in it. */
  onFind(): void
  children: ReactNode
}

/** The pane of the library. It takes files and folders dropped anywhere on it. The same can be done with the button "Add articles". */
export function LibraryPane({ isDisabled, onFiles, onFind, children }: Props): ReactNode {
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)

  function enter(event: DragEvent, change: 1 | -1): void {
    if (isDisabled || !event.dataTransfer.types.includes('Files')) return
    depth.current += change
    setOver(depth.current > 0)
  }

  async function drop(event: DragEvent): Promise<void> {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = 0
    setOver(false)
    if (isDisabled) return
    try {
      onFiles(await droppedFiles(event.dataTransfer))
    } catch {
      toast('What was dropped could not be read. Nothing was added. Choose it with “Add articles” instead.', {
        tone: 'problem',
      })
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button "Add articles" does the same
    <div
      className={styles.drop}
      onKeyDown={event => {
        if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
        event.preventDefault()
        onFind()
      }}
      onDragEnter={event => enter(event, 1)}
      onDragLeave={event => enter(event, -1)}
      onDragOver={event => event.preventDefault()}
      onDrop={event => void drop(event)}
    >
      {children}
      {isOver && <div className={styles.dropHint}>Drop files or folders to add them to the articles</div>}
    </div>
  )
}
