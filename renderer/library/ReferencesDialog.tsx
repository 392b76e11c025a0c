import { type ReactNode, useState } from 'react'
import type { WaitingReference } from '../../shared/contract/index.ts'
import { call, useCall } from '../api/index.ts'
import { writtenDay } from '../ui/dates.ts'
import { Button, Dialog, EmptyState, orSay } from '../ui/index.ts'
import styles from './Library.module.css'

interface Props {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  isReadOnly: boolean
}

/** References that came without their articles. When the article arrives, what they say of it is used. */
export function ReferencesDialog({ isOpen, onOpenChange, isReadOnly }: Props): ReactNode {
  const { data, error } = useCall('references.list', {}, { enabled: isOpen })
  const [asking, setAsking] = useState<number | null>(null)
  const references = data?.references
  return (
    <Dialog
      title="References that wait"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isWide
      actions={
        <Button variant="primary" onPress={() => onOpenChange(false)}>
          Close
        </Button>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {references?.length === 0 && (
        <EmptyState title="No reference waits">
          <p>
            A file of references, such as one from EndNote or Zotero, names articles without holding them.
            Each waits here until its article is added, and then gives it its details.
          </p>
        </EmptyState>
      )}
      {references && references.length > 0 && (
        <p className={styles.small}>
          Each waits for its article. Add the article, and it takes its details from here.
        </p>
      )}
      <ul className={styles.report} aria-label="References that wait">
        {references?.map(each => (
          <li key={each.referenceId} className={styles.removed}>
            <div>
              {each.title}
              <div className={styles.small}>{inOneLine(each)}</div>
              {each.url && <div className={styles.small}>{each.url}</div>}
            </div>
            {asking === each.referenceId ? (
              <div className={styles.line}>
                <Button onPress={() => setAsking(null)}>Keep</Button>
                <Button
                  variant="danger"
                  autoFocus
                  onPress={() => void remove(each, () => setAsking(null))}
                  aria-label={`Remove for good: the reference “${each.title}”`}
                >
                  Remove for good
                </Button>
              </div>
            ) : (
              <Button
                onPress={() => setAsking(each.referenceId)}
                isDisabled={isReadOnly}
                aria-label={`Remove the reference “${each.title}”…`}
              >
                Remove…
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const remove = ({ referenceId }: WaitingReference, after: () => void) =>
  orSay(() => call('references.remove', { referenceId })).then(after)

function inOneLine({ byline, publisher, publishedOn, from, origin }: WaitingReference): string {
  const parts = [byline, publisher, publishedOn && writtenDay(publishedOn), `${from}, from “${origin}”`]
  return parts.filter(Boolean).join(' · ')
}
