import { type ReactNode, useState } from 'react'
import { useCall } from '../api/index.ts'
import type { DraftStatus } from '../desk/types.ts'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { Button, Dialog, useCommands } from '../ui/index.ts'
import styles from './Shell.module.css'

interface Props {
  draft: DraftStatus | null
  /** Called before something in the draft is shown. */
  onReveal(): void
}

/** How things stand: saved or not, how long, what is still to check, and where everything is. */
export function Footer({ draft, onReveal }: Props): ReactNode {
  const [isChecking, setChecking] = useState(false)
  const { data: status } = useCall('archive.status', {})
  const articles =
    status && `${status.articles.toLocaleString('en-GB')} ${status.articles === 1 ? 'article' : 'articles'}`
  useCommands([
    { id: 'shell.check', label: 'Check evidence', isDisabled: !draft, run: () => setChecking(true) },
  ])
  const checks = (draft?.toCheck ?? []).map(({ text, reveal }) => ({
    text,
    reveal: () => {
      setChecking(false)
      onReveal()
      // After the dialog has given the focus back.
      setTimeout(reveal, 50)
    },
  }))
  return (
    <footer className={styles.footer}>
      {draft && (
        <>
          <span className={draft.isUnsaved ? styles.unsaved : styles.save}>{draft.save}</span>
          <span>{draft.words === 1 ? '1 word' : `${draft.words.toLocaleString('en-GB')} words`}</span>
          <Button variant="quiet" onPress={() => setChecking(true)}>
            {draft.toCheck.length > 0 ? (
              <span className={styles.toCheck}>{draft.toCheck.length} to check</span>
            ) : (
              <span className={styles.ok}>Nothing to check</span>
            )}
          </Button>
          <Dialog
            title="To check in the draft"
            isOpen={isChecking}
            onOpenChange={setChecking}
            actions={
              <Button variant="primary" onPress={() => setChecking(false)}>
                Close
              </Button>
            }
          >
            <EvidencePanel checks={checks} />
          </Dialog>
        </>
      )}
      <span className={styles.grow} />
      <span className={draft ? styles.where : undefined}>
        {articles ? `${articles} · ` : ''}all on this computer · nothing sent anywhere
      </span>
    </footer>
  )
}
