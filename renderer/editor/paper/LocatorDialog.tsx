import { type ReactNode, useState } from 'react'
import { Button, Dialog, TextField } from '../../ui/index.ts'
import styles from './PaperDialogs.module.css'

export interface LocatorDialogProps {
  /** What is cited, each with its name and where in it the words stand so far. */
  cited: readonly { name: string; locator: string | null }[]
  /** One locator for each of what is cited; "" for none. */
  onDone(locators: string[]): void
  onClose(): void
}

/** Where in each source the cited words stand. */
export function LocatorDialog({ cited, onDone, onClose }: LocatorDialogProps): ReactNode {
  const [locators, setLocators] = useState(cited.map(({ locator }) => locator ?? ''))
  return (
    <Dialog
      title="Place in the source"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => onDone(locators)}>
            Set the place
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {cited.map(({ name }, i) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: the same passages in the same order for as long as it is open
            key={i}
            label={`In ${name}`}
            description={i === 0 ? 'Such as “page 4” or “table 2”. Printed behind the number.' : undefined}
            autoFocus={i === 0}
            value={locators[i]!}
            onChange={typed => setLocators(old => old.with(i, typed))}
            onSubmit={() => onDone(locators)}
            maxLength={100}
          />
        ))}
      </div>
    </Dialog>
  )
}
