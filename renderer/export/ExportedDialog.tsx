import { type ReactNode, useState } from 'react'
import type { ExportedPdf } from '../../shared/contract/index.ts'
import { bytesUrl, call, download, useCall } from '../api/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import styles from './ExportedDialog.module.css'

const PDF = 'application/pdf'

/** What was exported, and what can be done with it on this host. */
export function ExportedDialog({ exported, onClose }: { exported: ExportedPdf; onClose(): void }): ReactNode {
  const { data: status } = useCall('archive.status', {})
  const file = useSavedFile(exported.exportId)
  const { name, pages, bytes, sha256, staged } = exported
  return (
    <Dialog
      title="The PDF is ready"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {status?.savesFiles === true && (
            <>
              {file.saved && <Button onPress={file.reveal}>Show in folder</Button>}
              {file.saved && <Button onPress={file.open}>Open</Button>}
              <Button variant={file.saved ? 'plain' : 'primary'} onPress={file.save}>
                Save as…
              </Button>
            </>
          )}
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
      <p className={styles.outcome} role="status">
        {file.problem ?? (file.saved && `Saved as ‘${file.saved}’.`)}
      </p>
    </Dialog>
  )
}

/** The file a host saves itself. Saving comes first: before, there is no file to open or to show. */
function useSavedFile(exportId: string) {
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = (action: () => Promise<unknown>) => async () => {
    setProblem(null)
    try {
      await action()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    saved,
    problem,
    save: attempt(async () => {
      const answer = await call('exports.save', { exportId })
      if (answer.saved) setSaved(answer.name ?? 'the file')
    }),
    open: attempt(() => call('exports.open', { exportId })),
    reveal: attempt(() => call('exports.reveal', { exportId })),
  }
}

/** "412 KB", "1.3 MB". */
function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: unit === 'KB' ? 0 : 1 })} ${unit}`
}
