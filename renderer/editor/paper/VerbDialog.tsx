import { type ReactNode, useState } from 'react'
import { Button, Dialog, TextField } from '../../ui/index.ts'

export interface VerbDialogProps {
  verb: string
  onDone(verb: string): void
  onClose(): void
}

/** A verb of one's own for a recommendation. */
export function VerbDialog({ verb, onDone, onClose }: VerbDialogProps): ReactNode {
  const [typed, setTyped] = useState(verb)
  const word = typed.trim()
  const done = () => word !== '' && onDone(word)
  return (
    <Dialog
      title="Verb of the recommendation"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={word === ''} onPress={done}>
            Use this verb
          </Button>
        </>
      }
    >
      <TextField
        label="Verb"
        description="Printed in bold before the words: “write”, “sign”, “decide”."
        autoFocus
        value={typed}
        onChange={setTyped}
        onSubmit={done}
        maxLength={40}
      />
    </Dialog>
  )
}
