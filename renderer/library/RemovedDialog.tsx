import type { ReactNode } from 'react'
import { call, useCall } from '../api/index.ts'
import { writtenMoment } from '../ui/dates.ts'
import { Button, Dialog, EmptyState, toast } from '../ui/index.ts'
import styles from './Library.module.css'

interface Props {
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  isReadOnly: boolean
}

const names = { article: 'Article', pack: 'Pack', highlight: 'Highlight' } as const

/** Everything removed, newest first, with the way back. */
export function RemovedDialog({ isOpen, onOpenChange, isReadOnly }: Props): ReactNode {
  const { data, error } = useCall('archive.removed', {}, { enabled: isOpen })
  const items = data?.items.toSorted((a, b) => b.removedAt.localeCompare(a.removedAt))

  async function restore({ kind, id, title }: NonNullable<typeof items>[number]): Promise<void> {
    try {
      if (kind === 'article') await call('articles.restore', { articleId: id })
      else if (kind === 'pack') await call('packs.restore', { packId: id })
      else await call('highlights.restore', { highlightId: id })
      toast(`“${title}” is back.`)
    } catch (failure) {
      toast((failure as Error).message, { tone: 'problem' })
    }
  }

  return (
    <Dialog
      title="Removed"
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
      {items?.length === 0 && (
        <EmptyState title="Nothing has been removed">
          <p>Articles, packs and highlights that you remove are kept here, and can be restored.</p>
        </EmptyState>
      )}
      <ul className={styles.report}>
        {items?.map(item => (
          <li key={`${item.kind} ${item.id}`} className={styles.removed}>
            <div>
              {item.title}
              <div className={styles.small}>
                {names[item.kind]} · removed {writtenMoment(item.removedAt)}
              </div>
            </div>
            <Button
              onPress={() => void restore(item)}
              isDisabled={isReadOnly}
              aria-label={`Restore the ${item.kind} “${item.title}”`}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
