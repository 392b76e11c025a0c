import { type ReactNode, useState } from 'react'
import { call, useCall } from '../api/index.ts'
import { Button, Dialog, Select, TextField } from '../ui/index.ts'
import styles from './NewPackDialog.module.css'

export interface NewPackDialogProps {
  onClose(): void
  onMade(packId: string): void
}

/** Begins a pack from a template. */
export function NewPackDialog({ onClose, onMade }: NewPackDialogProps): ReactNode {
  const { data, error } = useCall('packs.templates', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const templates = data?.templates ?? []
  const template = templates.find(each => each.template === chosen) ?? templates[0]
  const make = async () => {
    if (title.trim() === '') return setProblem('Give the pack a title.')
    if (!template) return
    setBusy(true)
    try {
      const pack = await call('packs.create', { template: template.template, title: title.trim() })
      onMade(pack.packId)
      onClose()
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : String(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="New pack"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={make} isDisabled={isBusy || !template}>
            Make the pack
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          onSubmit={make}
          error={problem}
          maxLength={2000}
          autoFocus
        />
        {error && <p>{error.message}</p>}
        {template && (
          <Select
            label="Template"
            value={template.template}
            onChange={setChosen}
            options={templates.map(each => ({ value: each.template, label: each.name }))}
          />
        )}
        {template && <p className={styles.purpose}>{template.purpose}</p>}
      </div>
    </Dialog>
  )
}
