import type { ReactNode } from 'react'
import type { CallInput, Copy } from '../../shared/contract/index.ts'
import { call, useCall } from '../api/index.ts'
import { writtenDay } from '../ui/dates.ts'
import { Button, Dialog, EmptyState, orSay, toast } from '../ui/index.ts'
import styles from './Compare.module.css'
import { shareInWords } from './shareInWords.ts'

interface Props {
  articleId: string
  isReadOnly: boolean
  onClose(): void
  onRead(articleId: string): void
  onCompare(otherId: string): void
}

/** The other articles that carry the same agency copy: how alike they are, and the official's word on it. */
export function CopiesDialog({ articleId, isReadOnly, onClose, onRead, onCompare }: Props): ReactNode {
  const { data, error } = useCall('articles.copies', { articleId })
  const copies = data?.copies.toSorted(
    (a, b) => Number(a.decided === 'different') - Number(b.decided === 'different') || b.shared - a.shared,
  )
  return (
    <Dialog
      title="The same copy"
      isOpen
      onOpenChange={onClose}
      isWide
      actions={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {error && <p role="alert">{error.message}</p>}
      {copies?.length === 0 && (
        <EmptyState title="No other article carries this copy">
          <p>When another outlet prints the same agency text, it will be named here.</p>
        </EmptyState>
      )}
      {copies && copies.length > 0 && (
        <p className={styles.small}>
          These articles print the same agency text, so they count as one source, however many outlets they
          are.
        </p>
      )}
      <ul className={styles.copies} aria-label="Articles with the same copy">
        {copies?.map(copy => (
          <li key={copy.articleId}>
            <p className={styles.title}>{copy.title}</p>
            <p className={styles.small}>{inOneLine(copy)}</p>
            <div className={styles.actions}>
              <Button onPress={() => onRead(copy.articleId)} aria-label={`Read “${copy.title}”`}>
                Read
              </Button>
              <Button
                onPress={() => onCompare(copy.articleId)}
                aria-label={`What each added or cut: “${copy.title}”`}
              >
                What each added or cut
              </Button>
              {copy.decided !== 'different' && (
                <Button
                  isDisabled={isReadOnly}
                  onPress={() => void decide(articleId, copy, 'different')}
                  aria-label={`These are different: “${copy.title}”`}
                >
                  These are different
                </Button>
              )}
              {copy.decided !== 'same' && (
                <Button
                  isDisabled={isReadOnly}
                  onPress={() => void decide(articleId, copy, 'same')}
                  aria-label={`These are the same: “${copy.title}”`}
                >
                  These are the same
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function inOneLine({ publisher, publishedOn, shared, decided }: Copy): string {
  const parts = [
    publisher ?? 'Publisher not known',
    publishedOn ? writtenDay(publishedOn) : 'date not known',
    `shares ${shareInWords(shared)}`,
    decided === 'same' && 'you said that they are the same',
    decided === 'different' && 'you said that they are different',
  ]
  return parts.filter(Boolean).join(' · ')
}

type Decision = CallInput<'articles.decideCopy'>['decision']

async function decide(
  articleId: string,
  { articleId: otherId, decided }: Copy,
  decision: Decision,
): Promise<void> {
  const put = (next: Decision) =>
    orSay(() => call('articles.decideCopy', { articleId, otherId, decision: next }))
  if (!(await put(decision))) return
  toast(decision === 'same' ? 'They count as the same copy.' : 'They count as different articles.', {
    action: { label: 'Undo', onPress: () => void put(decided) },
  })
}
