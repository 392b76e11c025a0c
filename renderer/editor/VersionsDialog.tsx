import { type ReactNode, useState } from 'react'
import type { Pack, Revision } from '../../shared/contract/index.ts'
import { call, useCall } from '../api/index.ts'
import { Button, Dialog, EmptyState, toast } from '../ui/index.ts'
import { BriefingView } from './BriefingView.tsx'
import { timeWords } from './saveWords.ts'
import styles from './VersionsDialog.module.css'

export interface VersionsDialogProps {
  pack: Pack
  /** Saves what is not saved yet, so that restoring loses nothing. */
  flush(): Promise<{ kind: string }>
  onClose(): void
  onRestored(): void
}

/** Every kept version of the draft, to look at and to restore. Restoring adds a version and takes none away. */
export function VersionsDialog({ pack, flush, onClose, onRestored }: VersionsDialogProps): ReactNode {
  const { packId } = pack
  const { data, error } = useCall('packs.revisions', { packId })
  const revisions = [...(data?.revisions ?? [])].sort((a, b) => b.revision - a.revision)
  const newest = revisions[0]?.revision
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = chosen ?? newest
  const restore = async (revision: number, undoes: number | undefined) => {
    try {
      const after = await flush()
      if (after.kind === 'failed' || after.kind === 'stale') return
      await call('packs.restoreRevision', { packId, revision })
      onRestored()
      onClose()
      toast('The earlier version is back. The one before it is kept among the versions.', {
        action:
          undoes === undefined
            ? undefined
            : { label: 'Undo', onPress: () => void restore(undoes, undefined) },
      })
    } catch (problem) {
      toast(problem instanceof Error ? problem.message : String(problem), { tone: 'problem' })
    }
  }
  return (
    <Dialog
      title="Versions of this draft"
      isWide
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            isDisabled={shown === undefined || shown === newest}
            onPress={() => shown !== undefined && void restore(shown, newest)}
          >
            Restore this version
          </Button>
        </>
      }
    >
      {error && <p>{error.message}</p>}
      <div className={styles.versions}>
        <ul className={styles.list} aria-label="Versions, newest first">
          {revisions.map(entry => (
            <li key={entry.revision}>
              <button
                type="button"
                aria-pressed={entry.revision === shown}
                onClick={() => setChosen(entry.revision)}
              >
                <span className={styles.when}>{whenWords(Date.parse(entry.savedAt))}</span>
                <span>{causeWords(entry, newest)}</span>
              </button>
            </li>
          ))}
        </ul>
        {shown !== undefined && <Preview packId={packId} revision={shown} />}
      </div>
    </Dialog>
  )
}

function Preview({ packId, revision }: { packId: string; revision: number }): ReactNode {
  const { data, error } = useCall('packs.get', { packId, revision })
  if (error) return <EmptyState title="This version could not be read">{error.message}</EmptyState>
  if (!data) return <EmptyState title="Reading this version…" />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.preview} aria-label="The version chosen" tabIndex={0}>
      <BriefingView briefing={data.briefing} />
    </section>
  )
}

/** To the second: one minute of writing can leave many versions. */
const whenWords = (savedAt: number): string =>
  `${timeWords(savedAt, Date.now())}:${String(new Date(savedAt).getSeconds()).padStart(2, '0')}`

function causeWords({ cause, words, revision }: Revision, newest: number | undefined): string {
  const what = revision === newest ? 'As it is now' : cause
  return `${what}, ${words.toLocaleString('en-GB')} ${words === 1 ? 'word' : 'words'}`
}
