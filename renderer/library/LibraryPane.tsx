import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { toast } from '../ui/index.ts'
import { droppedSources } from './import/droppedSources.ts'
import { chosenFiles, type ImportFile } from './import/importFiles.ts'
import { type PastedText, pastedFile, pastedText } from './import/pastedText.ts'
import styles from './Library.module.css'

interface Props {
  isDisabled: boolean
  onFiles(files: ImportFile[]): void
  /** Something was pasted or dropped of which the person has to say more. */
  onPasted(pasted: PastedText): void
  /** Ctrl+F was pressed somewhere in it. */
  onFind(): void
  children: ReactNode
}

/**
 * The pane of the library. It takes what is dropped anywhere on it (files, folders, what a browser gives) and what is
 * pasted while no field has the focus. The same can be done with the button "Add articles".
 */
export function LibraryPane({ isDisabled, onFiles, onPasted, onFind, children }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const isOwnDrag = useOwnDrag()
  usePaste(box, isDisabled, onFiles, onPasted)

  const takes = ({ dataTransfer, target }: DragEvent): boolean => {
    const { types } = dataTransfer
    if (types.includes('Files')) return true
    const isField = target instanceof Element && target.closest('input, textarea') !== null
    return !isOwnDrag.current && !isField && taken.some(type => types.includes(type))
  }

  function enter(event: DragEvent, change: 1 | -1): void {
    if (isDisabled || !takes(event)) return
    depth.current = Math.max(0, depth.current + change)
    setOver(depth.current > 0)
  }

  async function drop(event: DragEvent): Promise<void> {
    depth.current = 0
    setOver(false)
    if (!takes(event)) return
    event.preventDefault()
    if (isDisabled) return
    try {
      const dropped = await droppedSources(event.dataTransfer)
      if (dropped.kind === 'files') onFiles(dropped.files)
      else if (dropped.kind === 'link') explainLink(dropped.url, onPasted)
      else if (dropped.kind === 'nothing') toast('There was nothing to add in what was dropped.')
      else if (dropped.pasted.url) onFiles([pastedFile(dropped.pasted, '')])
      else onPasted(dropped.pasted)
    } catch {
      toast('What was dropped could not be read. Nothing was added. Choose it with “Add articles” instead.', {
        tone: 'problem',
      })
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button "Add articles" does the same
    <div
      ref={box}
      className={styles.drop}
      onKeyDown={event => {
        if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
        event.preventDefault()
        onFind()
      }}
      onDragEnter={event => enter(event, 1)}
      onDragLeave={event => enter(event, -1)}
      onDragOver={event => {
        if (takes(event)) event.preventDefault()
      }}
      onDrop={event => void drop(event)}
    >
      {children}
      {isOver && (
        <div className={styles.dropHint}>
          Drop files, folders or selected text from a page to add them to the articles
        </div>
      )}
    </div>
  )
}

/** What a browser or another program gives, when it is no file. */
const taken = ['text/html', 'text/uri-list', 'text/x-moz-url', 'text/plain']

function explainLink(url: string, onPasted: Props['onPasted']): void {
  toast(
    'Despatch never fetches pages. Save the page in the browser and drop the file here, or paste its text.',
    {
      action: { label: 'Paste its text…', onPress: () => onPasted({ text: '', html: null, url }) },
    },
  )
}

/** Whether what is being dragged was picked up in this window: such a drag brings nothing new. */
function useOwnDrag(): { readonly current: boolean } {
  const isOwn = useRef(false)
  useEffect(() => {
    const start = () => {
      isOwn.current = true
    }
    const end = () => {
      isOwn.current = false
    }
    document.addEventListener('dragstart', start)
    document.addEventListener('dragend', end)
    return () => {
      document.removeEventListener('dragstart', start)
      document.removeEventListener('dragend', end)
    }
  }, [])
  return isOwn
}

/** Hears a paste while the focus is in the pane and in no field of it. */
function usePaste(
  box: { readonly current: HTMLElement | null },
  isDisabled: boolean,
  onFiles: Props['onFiles'],
  onPasted: Props['onPasted'],
): void {
  const hear = useEffectEvent((event: ClipboardEvent) => {
    const pane = box.current?.closest('[data-pane]')
    const target = event.target
    if (!(target instanceof Element) || !pane?.contains(target) || !event.clipboardData) return
    if (isDisabled || target.closest('input, textarea, [contenteditable]')) return
    const pasted = pastedText(event.clipboardData)
    const files = chosenFiles(event.clipboardData.files)
    if (pasted) onPasted(pasted)
    else if (files.length > 0) onFiles(files)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => hear(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
}
