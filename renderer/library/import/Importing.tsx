import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { Button, Progress, useCommands } from '../../ui/index.ts'
import styles from './Import.module.css'
import { ImportProgressDialog } from './ImportProgressDialog.tsx'
import { ImportReportDialog } from './ImportReportDialog.tsx'
import type { ShownImport } from './useShownImport.ts'

interface Props {
  shown: ShownImport
  onRead(articleId: string): void
  onCompare(articleId: string): void
}

/** How long an import may take before a dialog shows it: what is over at once needs none (milliseconds). */
const patience = 700

/** An import as the person sees it: a line in the pane, a dialog over it, and the report afterwards. */
export function Importing({ shown, onRead, onCompare }: Props): ReactNode {
  const { work, view, setView, report, setReport } = shown
  const { isUnderWay } = work

  const openDialog = useEffectEvent(() => setView('dialog'))
  useEffect(() => {
    if (!isUnderWay || view !== 'waiting') return
    const timer = setTimeout(() => openDialog(), patience)
    return () => clearTimeout(timer)
  }, [isUnderWay, view])

  useCommands([
    {
      id: 'library.report',
      label: 'Show the last import report',
      isDisabled: report === null,
      run: () => setReport(old => old && { ...old, isOpen: true }),
    },
  ])

  return (
    <>
      {isUnderWay && (
        <div className={styles.line}>
          <Progress
            label={work.note}
            value={work.done > 0 ? work.done / work.total : null}
            onCancel={work.cancel}
          />
          <Button onPress={() => setView('dialog')}>Show how far it is</Button>
        </div>
      )}
      <ImportProgressDialog
        work={work}
        isOpen={isUnderWay && view === 'dialog'}
        onAside={() => setView('aside')}
      />
      {report && (
        <ImportReportDialog
          key={report.number}
          report={report}
          isOpen={report.isOpen}
          onClose={() => setReport(old => old && { ...old, isOpen: false })}
          {...{ onRead, onCompare }}
        />
      )}
    </>
  )
}
