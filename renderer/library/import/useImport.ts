import { useRef, useState } from 'react'
import { Failure, type ImportReport } from '../../../shared/contract/index.ts'
import { call, newJobId, useEvent } from '../../api/index.ts'
import { toast } from '../../ui/index.ts'
import type { ImportFile } from './importFiles.ts'
import type { OutcomeCounts } from './outcomes.ts'
import { addedCounts, countOutcomes } from './outcomes.ts'
import { portionsOf } from './portions.ts'
import { stageFiles } from './stageFiles.ts'
import { withGivenTitles } from './withGivenTitles.ts'

export interface Import {
  isUnderWay: boolean
  /** What is being read now, in words. */
  note: string
  done: number
  total: number
  outcomes: OutcomeCounts
  /** The person has asked it to stop, and it is finishing what it has begun. */
  isStopping: boolean
  run(files: readonly ImportFile[]): void
  cancel(): void
}

/** An import under way, as its portions go through one after the other. */
interface Work {
  /** Another for each portion: what is told of one late, beside its answer, is not taken for the next. */
  jobId: string
  /** What the portions before this one came to. */
  done: number
  outcomes: OutcomeCounts
  isCancelled: boolean
}

const idle = {
  isUnderWay: false,
  isStopping: false,
  note: '',
  done: 0,
  total: 0,
  outcomes: {} as OutcomeCounts,
}

/** Hands files to the backend, follows their import, and gives `onReport` what became of each. */
export function useImport(onReport: (report: ImportReport) => void): Import {
  const work = useRef<Work | null>(null)
  const [state, setState] = useState(idle)

  useEvent('job.progress', ({ jobId, done, total, note, outcomes = {} }) => {
    const mine = work.current
    if (jobId !== mine?.jobId) return
    setState(old => ({
      ...old,
      note: done === total ? 'Taking in more files' : note || old.note,
      done: mine.done + done,
      outcomes: addedCounts(mine.outcomes, outcomes),
    }))
  })

  async function run(files: readonly ImportFile[]): Promise<void> {
    if (files.length === 0) {
      toast('There was no file in what was chosen. Nothing was added.')
      return
    }
    const mine: Work = { jobId: newJobId(), done: 0, outcomes: {}, isCancelled: false }
    work.current = mine
    setState({ ...idle, isUnderWay: true, note: `Taking in ${files[0]!.name}`, total: files.length })
    const report: ImportReport = { lines: [], unread: 0 }
    try {
      await take(files, mine, report)
    } catch (error) {
      const isCancel = error instanceof Failure && error.code === 'cancelled'
      if (!isCancel) toast((error as Error).message, { tone: 'problem' })
    }
    work.current = null
    setState(idle)
    report.unread += files.length - mine.done
    if (report.lines.length > 0) onReport(report)
    else if (mine.isCancelled) toast('Adding was cancelled. Nothing was added.')
  }

  return {
    ...state,
    run: files => void run(files),
    cancel: () => {
      const mine = work.current
      if (!mine) return
      mine.isCancelled = true
      setState(old => ({ ...old, isStopping: true }))
      void call('jobs.cancel', { jobId: mine.jobId }).catch(() => {})
    },
  }
}

/** Takes files in, portion by portion; while one is read, the next is on its way. Adds to `report` as it goes. */
async function take(files: readonly ImportFile[], work: Work, report: ImportReport): Promise<void> {
  const isCancelled = () => work.isCancelled
  const [first, ...others] = portionsOf(files)
  let staging = stageFiles(first!, isCancelled)
  for (const portion of [first!, ...others]) {
    const { sources, refused } = await staging
    if (isCancelled()) return
    const next = others.shift()
    if (next) {
      staging = stageFiles(next, isCancelled)
      // It may fail while this portion is still read.
      staging.catch(() => {})
    }
    report.lines.push(...refused)
    if (sources.length > 0) {
      work.jobId = newJobId()
      const { lines, unread } = await call('articles.import', { jobId: work.jobId, sources })
      report.lines.push(...(await withGivenTitles(portion, lines)))
      report.unread += unread
    }
    work.done += portion.length
    work.outcomes = countOutcomes(report.lines)
    if (isCancelled()) return
  }
}
