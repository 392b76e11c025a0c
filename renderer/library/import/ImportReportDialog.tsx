import type { ReactNode } from 'react'
import type { ImportLine } from '../../shared/contract/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import styles from './Library.module.css'

const outcomes: Record<ImportLine['outcome'], string> = {
  added: 'Added',
  duplicate: 'Already there',
  version: 'New version',
  refused: 'Not added',
}
/** What needs attention comes first. */
const order: ImportLine['outcome'][] = ['refused', 'version', 'duplicate', 'added']

/** What became of each file that was to be added. */
export function ImportReport(props: { lines: readonly ImportLine[] | null; onClose(): void }): ReactNode {
  const { lines, onClose } = props
  const sorted = (lines ?? []).toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  return (
    <Dialog
      title={lines ? summary(lines) : ''}
      isOpen={lines !== null}
      onOpenChange={onClose}
      isWide
      actions={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <ul className={styles.report}>
        {sorted.map(({ path, outcome, title, reason }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
          <li key={i}>
            <span className={`${styles.outcome} ${outcome === 'refused' ? styles.refused : ''}`}>
              {outcomes[outcome]}:
            </span>{' '}
            {title ?? path}
            {reason && <div>{reason}</div>}
            {title && <div className={styles.small}>{path}</div>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** "5 articles added, 1 not added". */
export function summary(lines: readonly ImportLine[]): string {
  const number = (outcome: ImportLine['outcome']) => lines.filter(line => line.outcome === outcome).length
  const [added, version, duplicate, refused] = [
    number('added'),
    number('version'),
    number('duplicate'),
    number('refused'),
  ]
  const parts = [
    added > 0 && `${added} ${added === 1 ? 'article' : 'articles'} added`,
    version > 0 && `${version} new ${version === 1 ? 'version' : 'versions'}`,
    duplicate > 0 && `${duplicate} already there`,
    refused > 0 && `${refused} not added`,
  ].filter(part => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'Nothing was added'
}
