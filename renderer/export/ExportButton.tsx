import { type ReactNode, useState } from 'react'
import { type ExportedPdf, Failure } from '../../shared/contract/index.ts'
import { call, useJob } from '../api/index.ts'
import { Button, Dialog, Progress, toast, useCommands, useLate } from '../ui/index.ts'
import styles from './ExportButton.module.css'
import { ExportedDialog } from './ExportedDialog.tsx'

export interface ExportButtonProps {
  packId: string
  /** Saves the draft first. Throws when it could not: an export must not print an older text unasked. */
  flush(): Promise<void>
}

/** Prints the pack as a PDF, shows how far it has come, and offers what can be done with it. */
export function ExportButton({ packId, flush }: ExportButtonProps): ReactNode {
  const job = useJob()
  const [exported, setExported] = useState<ExportedPdf | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isRunning = job.note !== null
  // What is done at once needs no dialog that flickers past.
  const isLong = useLate(isRunning, 400)
  const [edition, setEdition] = useState<'core' | 'full'>('full')
  const start = async (wanted = edition) => {
    if (isRunning) return
    setProblem(null)
    setEdition(wanted)
    try {
      await flush()
      setExported(
        await job.run('Preparing the PDF', jobId => call('packs.export', { packId, jobId, edition: wanted })),
      )
    } catch (error) {
      if (error instanceof Failure && error.code === 'cancelled')
        return toast('The export was cancelled. No PDF was made; your draft is saved.')
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  useCommands([
    {
      id: 'pack.export',
      label: 'Export PDF',
      keys: 'Ctrl+Shift+E',
      isDisabled: isRunning,
      run: () => start('full'),
    },
    {
      id: 'pack.exportCore',
      label: 'Export the core pack, without annexes for the full pack only',
      isDisabled: isRunning,
      run: () => start('core'),
    },
  ])
  return (
    <>
      {/* Pending and not disabled: a disabled button loses the focus, which then has nowhere to go back to. */}
      <Button variant="primary" onPress={() => start('full')} isPending={isRunning}>
        Export PDF
      </Button>
      <Dialog title="Exporting the pack" isOpen={isLong} isAlert onOpenChange={job.cancel}>
        <div className={styles.text}>
          <Progress
            label={job.note ?? ''}
            value={job.total ? job.done / job.total : null}
            onCancel={job.cancel}
          />
          <p>The draft is saved. Cancelling leaves it as it is.</p>
        </div>
      </Dialog>
      {exported && <ExportedDialog exported={exported} onClose={() => setExported(null)} />}
      <Dialog
        title="The pack was not exported"
        isOpen={problem !== null}
        onOpenChange={() => setProblem(null)}
        actions={
          <>
            <Button onPress={() => setProblem(null)}>Close</Button>
            <Button variant="primary" onPress={() => start()}>
              Try again
            </Button>
          </>
        }
      >
        <div className={styles.text}>
          <p>{problem}</p>
          <p>No PDF was made. Your draft and its sources are kept as they are.</p>
        </div>
      </Dialog>
    </>
  )
}
