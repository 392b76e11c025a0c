import { type ReactNode, useMemo, useState } from 'react'
import { ToggleButtonGroup } from 'react-aria-components'
import type { ImportReport } from '../../../shared/contract/index.ts'
import { download, putBytes } from '../../api/index.ts'
import { Button, Dialog, EmptyState, TextField, ToggleButton, toast } from '../../ui/index.ts'
import styles from './Import.module.css'
import { ImportReportLine } from './ImportReportLine.tsx'
import { countOutcomes, type Outcome, outcomes, outcomesInWords } from './outcomes.ts'
import { reportCsv } from './reportCsv.ts'
import { shownLines, sortedLines } from './reportLines.ts'

interface Props {
  report: ImportReport
  isOpen: boolean
  onClose(): void
  onRead(articleId: string): void
  onCompare(articleId: string): void
}

/** How many lines are drawn at first, and how many more each time. */
const step = 200

/** What became of each file that was to be added: looked through by outcome and by words, and kept as a file. */
export function ImportReportDialog({ report, isOpen, onClose, onRead, onCompare }: Props): ReactNode {
  const { unread } = report
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [words, setWords] = useState('')
  const [most, setMost] = useState(step)
  const lines = useMemo(() => sortedLines(report.lines), [report.lines])
  const counts = useMemo(() => countOutcomes(lines), [lines])
  const shown = useMemo(() => shownLines(lines, outcome, words), [lines, outcome, words])
  const drawn = shown.slice(0, most)
  const filters = [
    { id: 'all', label: 'All', count: lines.length },
    ...outcomes.map(({ value, label }) => ({ id: value as string, label, count: counts[value] ?? 0 })),
  ].filter(({ count }) => count > 0)

  return (
    <Dialog
      title={outcomesInWords(counts)}
      isOpen={isOpen}
      onOpenChange={onClose}
      isWide
      actions={
        <>
          <Button onPress={() => void saveReport(lines, unread)}>Save the report</Button>
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {unread > 0 && (
        <p className={styles.unread}>
          Adding was cancelled: {number(unread)} {unread === 1 ? 'source was' : 'sources were'} not read. What
          was taken in before stays. Add the rest again whenever you like.
        </p>
      )}
      {lines.length > 1 && (
        <div className={styles.filters}>
          {filters.length > 2 && (
            <ToggleButtonGroup
              aria-label="Which lines to show"
              className={styles.outcomes!}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[outcome ?? 'all']}
              onSelectionChange={keys => {
                const [key] = keys
                setOutcome(key === 'all' ? null : (key as Outcome))
                setMost(step)
              }}
            >
              {filters.map(({ id, label, count }) => (
                <ToggleButton key={id} id={id}>
                  {label} {number(count)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          <TextField
            label="Words in the title, the file or the reason"
            type="search"
            value={words}
            onChange={next => {
              setWords(next)
              setMost(step)
            }}
          />
          <p role="status" className={styles.small}>
            {shown.length === lines.length ? '' : `${number(shown.length)} of ${number(lines.length)} shown`}
          </p>
        </div>
      )}
      {shown.length === 0 && (
        <EmptyState title="No line of the report has these words">
          <Button
            onPress={() => {
              setWords('')
              setOutcome(null)
            }}
          >
            Show all lines
          </Button>
        </EmptyState>
      )}
      <ul className={styles.report} aria-label="What became of each file">
        {drawn.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <ImportReportLine key={`${i} ${line.path}`} {...{ line, onCompare, onClose, onRead }} />
        ))}
      </ul>
      {drawn.length < shown.length && (
        <Button onPress={() => setMost(most + step)}>
          {`Show ${number(Math.min(step, shown.length - most))} more of ${number(shown.length)}`}
        </Button>
      )}
    </Dialog>
  )
}

async function saveReport(lines: ImportReport['lines'], unread: number): Promise<void> {
  try {
    const staged = await putBytes(new Blob([reportCsv(lines, unread)], { type: 'text/csv' }))
    download(staged, `Import report ${new Date().toLocaleDateString('en-CA')}.csv`, 'text/csv')
  } catch (error) {
    toast(`The report was not saved. ${(error as Error).message}`, { tone: 'problem' })
  }
}

const number = (count: number) => count.toLocaleString('en-GB')
