import { type ReactNode, useState } from 'react'
import type { PackSummary } from '../../shared/contract/index.ts'
import { call, useCall, useJob } from '../api/index.ts'
import { Button, EmptyState, Progress, toast, useCommands } from '../ui/index.ts'
import { NewPackDialog } from './NewPackDialog.tsx'
import { PackRow } from './PackRow.tsx'
import styles from './StartScreen.module.css'

/** The packs there are, and the ways to a new one. */
export function StartScreen({ onOpen }: { onOpen(packId: string): void }): ReactNode {
  const { data, error, refetch } = useCall('packs.list', {})
  const { data: status } = useCall('archive.status', {})
  const [isMaking, setMaking] = useState(false)
  const sample = useJob()
  const openSample = async () => {
    try {
      const pack = await sample.run('Preparing the sample pack', jobId => call('packs.openSample', { jobId }))
      onOpen(pack.packId)
    } catch (problem) {
      toast(problem instanceof Error ? problem.message : String(problem), { tone: 'problem' })
    }
  }
  useCommands([
    { id: 'packs.new', label: 'New pack', run: () => setMaking(true) },
    { id: 'packs.sample', label: 'Open the sample pack', run: () => void openSample() },
  ])
  const isReadOnly = Boolean(status?.readOnly)
  const packs = [...(data?.packs ?? [])].sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt))
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <div className={styles.top}>
          <h1>Packs</h1>
          <Button onPress={openSample} isDisabled={isReadOnly || sample.note !== null}>
            Open the sample pack
          </Button>
          <Button variant="primary" onPress={() => setMaking(true)} isDisabled={isReadOnly}>
            New pack
          </Button>
        </div>
        {status?.readOnly && <p className={styles.readOnly}>{status.readOnly}</p>}
        {sample.note !== null && (
          <Progress
            label={sample.note}
            value={sample.total ? sample.done / sample.total : null}
            onCancel={sample.cancel}
          />
        )}
        {error && (
          <EmptyState title="The packs could not be read">
            <p>{error.message}</p>
            <Button onPress={() => void refetch()}>Try again</Button>
          </EmptyState>
        )}
        {data && packs.length === 0 && (
          <EmptyState title="There are no packs yet">
            <p>
              A pack is a briefing with its sources. Begin one with “New pack”, or open the sample pack to see
              a finished submission: its articles, what is highlighted in them, and where each passage is
              cited.
            </p>
          </EmptyState>
        )}
        {packs.length > 0 && <PackList packs={packs} isReadOnly={isReadOnly} onOpen={onOpen} />}
      </div>
      {isMaking && <NewPackDialog onClose={() => setMaking(false)} onMade={onOpen} />}
    </div>
  )
}

interface PackListProps {
  packs: readonly PackSummary[]
  isReadOnly: boolean
  onOpen(packId: string): void
}

const PackList = ({ packs, isReadOnly, onOpen }: PackListProps): ReactNode => (
  <ul className={styles.list} aria-label="Packs, last changed first">
    {packs.map(pack => (
      <PackRow key={pack.packId} pack={pack} isReadOnly={isReadOnly} onOpen={onOpen} />
    ))}
  </ul>
)
