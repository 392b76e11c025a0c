import { type Dispatch, type SetStateAction, useRef, useState } from 'react'
import type { ImportReport } from '../../../shared/contract/index.ts'
import { toast } from '../../ui/index.ts'
import type { ImportFile } from './importFiles.ts'
import { countOutcomes, outcomesInWords } from './outcomes.ts'
import { type Import, useImport } from './useImport.ts'

/** Not long enough to be shown yet; in its dialog; or put aside by a person who goes on working. */
type View = 'waiting' | 'dialog' | 'aside'

export interface LastReport extends ImportReport {
  isOpen: boolean
  /** Another for each import. */
  number: number
}

export interface ShownImport {
  work: Import
  view: View
  setView(view: View): void
  report: LastReport | null
  setReport: Dispatch<SetStateAction<LastReport | null>>
  run(files: readonly ImportFile[]): void
}

/** An import and how it is shown. Its report opens at its end, but never over someone who goes on working. */
export function useShownImport(): ShownImport {
  const isAside = useRef(false)
  const [view, setShown] = useState<View>('waiting')
  const [report, setReport] = useState<LastReport | null>(null)

  function setView(next: View): void {
    isAside.current = next === 'aside'
    setShown(next)
  }

  const work = useImport(done => {
    setReport(old => ({ ...done, isOpen: !isAside.current, number: (old?.number ?? 0) + 1 }))
    if (!isAside.current) return
    toast(`${outcomesInWords(countOutcomes(done.lines))}.`, {
      action: {
        label: 'Show the report',
        onPress: () => setReport(old => old && { ...old, isOpen: true }),
      },
    })
  })

  return {
    work,
    view,
    setView,
    report,
    setReport,
    run: files => {
      setView('waiting')
      work.run(files)
    },
  }
}
