import { type ReactNode, useState } from 'react'
import { Button, Dialog, TextField } from '../../ui/index.ts'

export interface FootnoteDialogProps {
  /** The words of the footnote to be changed; null for a new one. */
  text: string | null
  onDone(text: string): void
  onClose(): void
}

/** The words of a footnote. */
export function FootnoteDialog({ text, onDone, onClose }: FootnoteDialogProps): ReactNode {
  const [typed, setTyped] = useState(text ?? '')
  const isEmpty = typed.trim() === ''
  return (
    <Dialog
      title={text === null ? 'New footnote' : 'Footnote'}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={isEmpty} onPress={() => onDone(typed)}>
            {text === null ? 'Insert the footnote' : 'Change the footnote'}
          </Button>
        </>
      }
    >
      {/* A note is one paragraph: Enter has no other use in it. */}
      <div
        onKeyDownCapture={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          if (!isEmpty) onDone(typed)
        }}
      >
        <TextField
          label="Words of the footnote"
          description="Printed at the foot of the page. To remove a footnote, select its number and press Delete."
          isMultiline
          autoFocus
          value={typed}
          onChange={setTyped}
          maxLength={5000}
        />
      </div>
    </Dialog>
  )
}
