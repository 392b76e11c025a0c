import { useRef, useState } from 'react'
import { Failure, type ImportLine } from '../../shared/contract/index.ts'
import { call, putBytes, useJob } from '../api/index.ts'
import { toast } from '../ui/index.ts'
import type { ImportFile } from './importFiles.ts'

interface Import {
  isUnderWay: boolean
  note: string
  /** From 0 to 1; null while unknown. */
  value: number | null
  /** What became of each file; null when there is nothing to report. */
  report: readonly ImportLine[] | null
  run(files: readonly ImportFile[]): void
  cancel(): void
  closeReport(): void
}

/** Hands files to the backend, follows their import, and reports on each. */
export function useImport(): Import {
  const job = useJob()
  const isCancelled = useRef(false)
  const [upload, setUpload] = useState<{ done: number; total: number } | null>(null)
  const [report, setReport] = useState<readonly ImportLine[] | null>(null)

  async function run(files: readonly ImportFile[]): Promise<void> {
    if (files.length === 0) {
      toast('There was no file in what was chosen. Nothing was added.')
      return
    }
    isCancelled.current = false
    try {
      setReport(await job.run('Reading the files', jobId => take(files, jobId)))
    } catch (error) {
      const isCancel = error instanceof Failure && error.code === 'cancelled'
      toast((error as Error).message, isCancel ? {} : { tone: 'problem' })
    } finally {
      setUpload(null)
    }
  }

  async function take(files: readonly ImportFile[], jobId: string): Promise<ImportLine[]> {
    const sources: { staged: string; name: string }[] = []
    const refused: ImportLine[] = []
    for (const [done, { name, file }] of files.entries()) {
      if (isCancelled.current) throw new Failure('cancelled', 'Adding was cancelled. Nothing was added.')
      setUpload({ done, total: files.length })
      try {
        sources.push({ staged: await putBytes(file), name: name.slice(-1000).toWellFormed() })
      } catch (error) {
        if ((error as Failure).code === 'host-gone') throw error
        const reason = (error as Error).message
        refused.push({ path: name, outcome: 'refused', articleId: null, title: null, reason })
      }
    }
    setUpload(null)
    if (sources.length === 0) return refused
    const { lines } = await call('articles.import', { jobId, sources })
    if (lines.length < sources.length) toast('Adding was cancelled. What was finished before is kept.')
    return [...refused, ...lines]
  }

  const { done, total } = upload ?? job
  return {
    isUnderWay: job.note !== null,
    note: upload ? `Reading file ${upload.done + 1} of ${upload.total}` : (job.note ?? ''),
    value: total ? done / total : null,
    report,
    run: files => void run(files),
    cancel: () => {
      isCancelled.current = true
      job.cancel()
    },
    closeReport: () => setReport(null),
  }
}
