import { type ReactNode, useState } from 'react'
import { useCall } from '../api/index.ts'
import { Menu, useCommands } from '../ui/index.ts'
import { duplicatePack, removePack } from './packActions.ts'
import { RenameDialog } from './RenameDialog.tsx'

export interface PackMenuProps {
  packId: string
  /** Shows what was issued, and the way to issue it. */
  onIssues(): void
  /** The pack is to be left, or is gone. */
  onClosed(): void
}

/** What can be done with the pack that is open. */
export function PackMenu({ packId, onIssues, onClosed }: PackMenuProps): ReactNode {
  const { data } = useCall('packs.list', {})
  const { data: status } = useCall('archive.status', {})
  const [isRenaming, setRenaming] = useState(false)
  const title = data?.packs.find(pack => pack.packId === packId)?.title ?? 'This pack'
  const isDisabled = Boolean(status?.readOnly)
  const remove = async () => {
    if (await removePack(packId, title)) onClosed()
  }
  const items = [
    { id: 'rename', label: 'Rename this pack…', isDisabled, onAction: () => setRenaming(true) },
    { id: 'duplicate', label: 'Duplicate this pack', isDisabled, onAction: () => void duplicatePack(packId) },
    { id: 'issues', label: 'Issue this pack, or get what was issued…', isDisabled, onAction: onIssues },
    { id: 'remove', label: 'Remove this pack', isDisabled, onAction: () => void remove() },
    { id: 'close', label: 'All packs', onAction: onClosed },
  ]
  useCommands(
    items.map(({ id, label, isDisabled, onAction }) => ({
      id: `pack.${id}`,
      label,
      isDisabled,
      run: onAction,
    })),
  )
  return (
    <>
      <Menu label="Pack" items={items} />
      {isRenaming && <RenameDialog packId={packId} title={title} onClose={() => setRenaming(false)} />}
    </>
  )
}
