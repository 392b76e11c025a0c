import type { ReactNode } from 'react'
import { Button, EmptyState } from '../ui/index.ts'
import styles from './EvidencePanel.module.css'

export interface EvidencePanelProps {
  /** What is still to check, each in a sentence and with the way there: `toCheck` of the draft's status. */
  checks: readonly { text: string; reveal(): void }[]
}

/** What in the draft stands without evidence, in the order of the draft. */
export function EvidencePanel({ checks }: EvidencePanelProps): ReactNode {
  if (checks.length === 0) {
    return (
      <EmptyState title="Nothing to check">
        <p>
          Every paragraph with a figure cites a source, every quotation has the words of its source or is
          declared a paraphrase, and no placeholder is left. Whether the sources bear out what you say of them
          is for you to judge.
        </p>
      </EmptyState>
    )
  }
  return (
    <div className={styles.panel}>
      <p>
        {checks.length === 1
          ? 'There is one statement to check.'
          : `There are ${checks.length} statements to check.`}
      </p>
      <ol className={styles.list}>
        {checks.map(({ text, reveal }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two statements may read the same
          <li key={`${index} ${text}`} className={styles.check}>
            <span>{text}</span>
            <Button onPress={reveal} aria-label={`Go to: ${text}`}>
              Go to
            </Button>
          </li>
        ))}
      </ol>
    </div>
  )
}
