import { type ReactNode, useState } from 'react'
import { type ExportedPdf, Failure, type Issue } from '../../shared/contract/index.ts'
import { call, useCall, useJob } from '../api/index.ts'
import { Button, Dialog, Progress } from '../ui/index.ts'
import { ExportedDialog } from './ExportedDialog.tsx'
import styles from './IssuesDialog.module.css'

export interface IssuesDialogProps {
  packId: string
  /** Saves the draft first. Throws when it could not. */
  flush(): Promise<void>
  /** Once it is issued, the stored draft is read again: its numbers are fixed now. */
  onIssued(): void
  onClose(): void
}

/** What has been issued of a pack, to fetch again as it was sent; and the way to issue it. */
export function IssuesDialog({ packId, flush, onIssued, onClose }: IssuesDialogProps): ReactNode {
  const job = useJob()
  const { data, error } = useCall('packs.issues', { packId })
  const [fetched, setFetched] = useState<ExportedPdf | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (error instanceof Failure && error.code === 'cancelled') setProblem('Nothing was issued.')
      else setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const fetchIssue = async (version: string) =>
    setFetched(await call('packs.fetchIssue', { packId, version }))
  const issue = () =>
    attempt(async () => {
      await flush()
      const { version } = await job.run('Printing what is issued', jobId =>
        call('packs.issue', { packId, jobId }),
      )
      onIssued()
      await fetchIssue(version)
    })
  if (fetched) return <ExportedDialog exported={fetched} onClose={() => setFetched(null)} />
  const issues = data?.issues ?? []
  return (
    <Dialog
      title="Issued versions"
      isOpen
      onOpenChange={job.note === null ? onClose : job.cancel}
      actions={
        <>
          <Button onPress={onClose} isDisabled={job.note !== null}>
            Close
          </Button>
          <Button variant="primary" onPress={issue} isDisabled={job.note !== null}>
            Issue now
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>
          Issuing prints the full pack and keeps the PDF exactly as it is sent. From then on no paragraph,
          annex or source changes its number: what comes in between is numbered 12A, and the next issue begins
          with a list of what changed.
        </p>
        {error && <p role="alert">{error.message}</p>}
        {problem && <p role="alert">{problem}</p>}
        {job.note !== null && (
          <Progress label={job.note} value={job.total ? job.done / job.total : null} onCancel={job.cancel} />
        )}
        {data && issues.length === 0 && <p>This pack has not been issued yet.</p>}
        {issues.length > 0 && (
          <ul className={styles.issues}>
            {issues.map(one => (
              <IssueRow
                key={one.version}
                issue={one}
                onFetch={() => attempt(() => fetchIssue(one.version))}
              />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

function IssueRow({ issue, onFetch }: { issue: Issue; onFetch(): void }): ReactNode {
  const { version, issuedAt, pages, sha256 } = issue
  const when = new Date(issuedAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  return (
    <li>
      <span>
        <strong>Version {version}</strong>, {when}, {pages} {pages === 1 ? 'page' : 'pages'}
        <br />
        <span className={styles.hash}>SHA-256 {sha256}</span>
      </span>
      <Button aria-label={`Get the PDF of version ${version}`} onPress={onFetch}>
        Get the PDF
      </Button>
    </li>
  )
}
