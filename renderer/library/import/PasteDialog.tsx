import { type ClipboardEvent, type ReactNode, useRef, useState } from 'react'
import { Button, Dialog, TextField } from '../../ui/index.ts'
import styles from './Import.module.css'
import type { ImportFile } from './importFiles.ts'
import { type PastedText, pastedFile, pastedText } from './pastedText.ts'
import { webAddress } from './webAddress.ts'

interface Props {
  /** What it is filled with. */
  initial: PastedText
  onAdd(file: ImportFile): void
  onClose(): void
}

export const nothingPasted: PastedText = { text: '', html: null, url: '' }

/** Adds an article from what is on the clipboard, with where it comes from and what it is called. */
export function PasteDialog({ initial, onAdd, onClose }: Props): ReactNode {
  const [pasted, setPasted] = useState(initial)
  const [title, setTitle] = useState('')
  const fields = useRef<HTMLDivElement>(null)
  const [isTried, setTried] = useState(false)
  const { text, html, url } = pasted
  const isAddress = url.trim() === '' || webAddress(url) !== null
  const textError = isTried && text.trim() === '' ? 'There is no text yet. Paste it here first.' : null
  const urlError =
    isTried && !isAddress ? 'Write the whole address, beginning with https://, or leave it out.' : null

  /** A paste over everything, or into an empty box, keeps what else the other program gave. */
  function paste(event: ClipboardEvent): void {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement)) return
    const isWhole = box.selectionStart === 0 && box.selectionEnd === box.value.length
    const next = isWhole ? pastedText(event.clipboardData, url) : null
    if (!next) return
    event.preventDefault()
    setPasted(next)
  }

  function add(): void {
    setTried(true)
    if (text.trim() === '' || !isAddress) {
      // Once it is marked as wrong.
      requestAnimationFrame(() =>
        fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      )
      return
    }
    onClose()
    onAdd(pastedFile({ ...pasted, url: url.trim() }, title))
  }

  return (
    <Dialog
      title="Add an article from the clipboard"
      isOpen
      onOpenChange={onClose}
      isWide
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={add}>
            Add the article
          </Button>
        </>
      }
    >
      <div ref={fields} className={styles.fields} onPasteCapture={paste}>
        <TextField
          label="Text of the article"
          isMultiline
          rows={9}
          autoFocus={initial.text === ''}
          value={text}
          onChange={next => setPasted({ ...pasted, text: next, html: null })}
          error={textError}
          description={
            html === null
              ? 'Copy the article where it is, then press Ctrl+V here.'
              : 'Headings, lists and links are kept as they were copied. If you change the words here, only the words are kept.'
          }
        />
        {html !== null && (
          <div>
            <Button onPress={() => setPasted({ ...pasted, html: null })}>Keep only the words</Button>
          </div>
        )}
        <TextField
          label="Web address (optional)"
          type="url"
          autoFocus={initial.text !== ''}
          value={url}
          maxLength={4000}
          onChange={next => setPasted({ ...pasted, url: next })}
          onSubmit={add}
          error={urlError}
          description="Where it can be read. It is noted, never fetched."
        />
        <TextField
          label="Title (optional)"
          value={title}
          maxLength={1000}
          onChange={setTitle}
          onSubmit={add}
          description="Without one, the title is taken from the text."
        />
      </div>
    </Dialog>
  )
}
