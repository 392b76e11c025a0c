import { useRef, useState } from 'react'
import { Failure, type ImportLine, type ImportReport } from '../../../shared/contract/index.ts'
import { call, type Outcomes, putBytes, useJob } from '../../api/index.ts'
import { toast } from '../../ui/index.ts'
import type { ImportFile } from './importFiles.ts'

export interface Import {
  isUnderWay: boolean
  /** What is being read now, in words. */
  note: string
  done: number
  /** null while unknown. */
  total: number | null
  outcomes: Outcomes
  /** The person has asked it to stop, and it is finishing what it has begun. */
  isStopping: boolean
  run(files: readonly ImportFile[]): void
  cancel(): void
}

/** The most sources that one call takes. */
const mostAtOnce = 10_000

/** Hands files to the backend, follows their import, and gives `onReport` what became of each. */
export function useImport(onReport: (report: ImportReport) => void): Import {
  const job = useJob()
  const isCancelled = useRef(false)
  const [isStopping, setStopping] = useState(false)
  const [upload, setUpload] = useState<{ done: number; total: number; name: string } | null>(null)

  async function run(files: readonly ImportFile[]): Promise<void> {
    if (files.length === 0) {
      toast('There was no file in what was chosen. Nothing was added.')
      return
    }
    isCancelled.current = false
    setStopping(false)
    const report: ImportReport = { lines: [], unread: 0 }
    try {
      for (let from = 0; from < files.length && !isCancelled.current; from += mostAtOnce) {
        const some = files.slice(from, from + mostAtOnce)
        const part = await job.run('Reading the files', jobId => take(some, jobId))
        report.lines.push(...part.lines)
        report.unread += part.unread
        if (isCancelled.current) report.unread += Math.max(0, files.length - from - some.length)
      }
    } catch (error) {
      const isCancel = error instanceof Failure && error.code === 'cancelled'
      toast((error as Error).message, isCancel ? {} : { tone: 'problem' })
    } finally {
      setUpload(null)
    }
    if (report.lines.length > 0) onReport(report)
  }

  async function take(files: readonly ImportFile[], jobId: string): Promise<ImportReport> {
    const sources: { staged: string; name: string; url?: string }[] = []
    const refused: ImportLine[] = []
    for (const [done, { name, file, url }] of files.entries()) {
      if (isCancelled.current) throw new Failure('cancelled', 'Adding was cancelled. Nothing was added.')
      setUpload({ done, total: files.length, name })
      try {
        sources.push({ staged: await putBytes(file), name: name.slice(-1000).toWellFormed(), url })
      } catch (error) {
        if ((error as Failure).code === 'host-gone') throw error
        const reason = (error as Error).message
        refused.push({ path: name, outcome: 'refused', articleId: null, title: null, reason })
      }
    }
    setUpload(null)
    if (sources.length === 0) return { lines: refused, unread: 0 }
    const { lines, unread } = await call('articles.import', { jobId, sources })
    return { lines: [...refused, ...(await withGivenTitles(files, lines))], unread }
  }

  return {
    isUnderWay: job.note !== null,
    note: upload ? `Taking in ${upload.name}` : (job.note ?? ''),
    done: upload?.done ?? job.done,
    total: upload?.total ?? job.total,
    outcomes: job.outcomes,
    isStopping,
    run: files => void run(files),
    cancel: () => {
      isCancelled.current = true
      setStopping(true)
      job.cancel()
    },
  }
}

/** Puts the titles that a person gave by hand on what was added under them. */
async function withGivenTitles(files: readonly ImportFile[], lines: ImportLine[]): Promise<ImportLine[]> {
  const titles = new Map(files.flatMap(({ name, title }) => (title ? [[name, title]] : [])))
  return Promise.all(
    lines.map(async line => {
      const title = titles.get(line.path)
      if (!title || line.outcome !== 'added' || line.articleId === null) return line
      try {
        await call('articles.correct', { articleId: line.articleId, details: { title } })
        return { ...line, title }
      } catch (error) {
        return { ...line, reason: `The title you gave was not kept: ${(error as Error).message}` }
      }
    }),
  )
}
