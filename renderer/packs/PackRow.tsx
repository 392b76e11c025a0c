import { type ReactNode, useState } from 'react'
import type { PackSummary } from '../../shared/contract/index.ts'
import { Menu } from '../ui/index.ts'
import { duplicatePack, removePack } from './packActions.ts'
import { RenameDialog } from './RenameDialog.tsx'
import styles from './StartScreen.module.css'

export interface PackRowProps {
  pack: PackSummary
  isReadOnly: boolean
  onOpen(packId: string): void
}

/** One pack in the list: a press opens it, a menu does the rest. */
export function PackRow({ pack, isReadOnly, onOpen }: PackRowProps): ReactNode {
  const [isRenaming, setRenaming] = useState(false)
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={() => onOpen(pack.packId)}>
        <span className={styles.title}>{pack.title}</span>
        <span className={styles.when}>Last changed {whenWords(pack.modifiedAt)}</span>
      </button>
      <Menu
        label="More"
        aria-label={`More for ‘${pack.title}’`}
        variant="quiet"
        isDisabled={isReadOnly}
        items={[
          { id: 'rename', label: 'Rename…', onAction: () => setRenaming(true) },
          { id: 'duplicate', label: 'Duplicate', onAction: () => void duplicatePack(pack.packId) },
          { id: 'remove', label: 'Remove', onAction: () => void removePack(pack.packId, pack.title) },
        ]}
      />
      {isRenaming && (
        <RenameDialog packId={pack.packId} title={pack.title} onClose={() => setRenaming(false)} />
      )}
    </li>
  )
}

const whenWords = (modifiedAt: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(Date.parse(modifiedAt))
