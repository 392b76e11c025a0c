import { type ReactNode, useState } from 'react'
import type { Pack } from '../../shared/contract/index.ts'
import type { Briefing } from '../../shared/document/briefing.ts'
import { call } from '../api/index.ts'
import { Button, Dialog, toast } from '../ui/index.ts'
import styles from './StaleDialog.module.css'

export interface StaleDialogProps {
  pack: Pack
  /** The text in this window. */
  mine(): Briefing
  /** Goes on with the stored draft. */
  onSettled(): void
}

/** Asks what to keep when the stored draft was changed elsewhere. Neither text is ever written over the other. */
export function StaleDialog({ pack, mine, onSettled }: StaleDialogProps): ReactNode {
  const [isBusy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    try {
      const title = `${pack.title} (text kept ${new Date().toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })})`
      const kept = await call('packs.put', { title, briefing: mine() })
      toast(`Your text is kept as the pack ‘${kept.title}’.`)
      onSettled()
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error), { tone: 'problem' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="This pack was changed elsewhere"
      isAlert
      isOpen
      onOpenChange={() => {}}
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onSettled}>
            Load the stored draft
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={keep}>
            Keep my text as a new pack
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>
          Since you opened ‘{pack.title}’ it was saved from another window or program. What you wrote here
          last is not saved yet, and nothing was overwritten.
        </p>
        <p>
          Keep your text as a new pack beside this one, or load the stored draft and give up what you wrote
          since the last save. Either way this window then shows the stored draft.
        </p>
      </div>
    </Dialog>
  )
}
