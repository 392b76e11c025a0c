import { type ReactNode, useState } from 'react'
import type { ExportedPdf } from '../../shared/contract/index.ts'
import { bytesUrl, call, download, useCall } from '../api/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import styles from './ExportedDialog.module.css'

const PDF = 'application/pdf'

/** What was exported, and what can be done with it on this host. */
export function ExportedDialog({ exported, onClose }: { exported: ExportedPdf; onClose(): void }): ReactNode {
  const { data: status } = useCall('archive.status', {})
  const { name, pages, bytes, sha256, staged } = exported
  return (
    <Dialog
      title="The PDF is ready"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {status?.savesFiles === true && <SavedFile exportId={exported.exportId} />}
          {status?.savesFiles === false && (
            <>
              <Button
                onPress={() => window.open(bytesUrl(staged, name, PDF, true), '_blank', 'noopener')}
                aria-description="Opens in a new tab"
              >
                Open
              </Button>
              <Button variant="primary" onPress={() => download(staged, name, PDF)}>
                Download
              </Button>
            </>
          )}
        </>
      }
    >
      <dl className={styles.facts}>
        <dt>File</dt>
        <dd>{name}</dd>
        <dt>Pages</dt>
        <dd>{pages.toLocaleString('en-GB')}</dd>
        <dt>Size</dt>
        <dd>{sizeWords(bytes)}</dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{sha256}</dd>
      </dl>
      <p className={styles.hint}>
        The same draft, sources and date give the same file, and so the same SHA-256.
      </p>
    </Dialog>
  )
}

/** Saving comes first: there is no file to open or to show before. */
function SavedFile({ exportId }: { exportId: string }): ReactNode {
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (action: () => Promise<unknown>) => {
    setProblem(null)
    try {
      await action()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const save = () =>
    attempt(async () => {
      const answer = await call('exports.save', { exportId })
      if (answer.saved) setSaved(answer.name ?? 'the file')
    })
  return (
    <>
      <p className={styles.outcome} role="status">
        {problem ?? (saved && `Saved as ‘${saved}’.`)}
      </p>
      {saved && (
        <>
          <Button onPress={() => attempt(() => call('exports.reveal', { exportId }))}>Show in folder</Button>
          <Button onPress={() => attempt(() => call('exports.open', { exportId }))}>Open</Button>
        </>
      )}
      <Button variant={saved ? 'plain' : 'primary'} onPress={save}>
        Save as…
      </Button>
    </>
  )
}

/** "412 KB", "1.3 MB". */
function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: unit === 'KB' ? 0 : 1 })} ${unit}`
}
