import type { ReactNode } from 'react'
import type { ImportLine } from '../../../shared/contract/index.ts'
import { Button } from '../../ui/index.ts'
import styles from './Import.module.css'
import { outcomeLabel } from './outcomes.ts'

interface Props {
  line: ImportLine
  onClose(): void
  onRead(articleId: string): void
  onCompare(articleId: string): void
}

/** What became of one source: what it is, why, and what can be done now. */
export function ImportReportLine({ line, onClose, onRead, onCompare }: Props): ReactNode {
  const { outcome, title, path, reason, articleId } = line
  return (
    <li className={styles.reportLine}>
      <div>
        <span className={`${styles.outcome} ${outcome === 'refused' ? styles.refused : ''}`}>
          {outcomeLabel(outcome)}:
        </span>{' '}
        {title ?? path}
        {reason && <div>{reason}</div>}
        {title && <div className={styles.small}>{path}</div>}
      </div>
      {articleId !== null && (
        <div className={styles.lineActions}>
          {outcome === 'version' && (
            <Button onPress={() => onCompare(articleId)} aria-label={`What changed in “${title ?? path}”`}>
              What changed
            </Button>
          )}
          <Button
            onPress={() => {
              onClose()
              onRead(articleId)
            }}
            aria-label={`Read “${title ?? path}”`}
          >
            Read
          </Button>
        </div>
      )}
    </li>
  )
}
