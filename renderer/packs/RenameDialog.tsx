import { type ReactNode, useState } from 'react'
import { call } from '../api/index.ts'
import { Button, Dialog, TextField } from '../ui/index.ts'

export interface RenameDialogProps {
  packId: string
  title: string
  onClose(): void
}

/** Gives a pack another title. */
export function RenameDialog({ packId, title, onClose }: RenameDialogProps): ReactNode {
  const [typed, setTyped] = useState(title)
  const [problem, setProblem] = useState<string | null>(null)
  const rename = async () => {
    if (typed.trim() === '') return setProblem('A pack needs a title.')
    try {
      if (typed.trim() !== title) await call('packs.rename', { packId, title: typed.trim() })
      onClose()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Dialog
      title="Rename this pack"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={rename}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        value={typed}
        onChange={setTyped}
        onSubmit={rename}
        error={problem}
        maxLength={2000}
        autoFocus
      />
    </Dialog>
  )
}
