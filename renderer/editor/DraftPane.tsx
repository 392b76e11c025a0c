import { type ReactNode, type Ref, useCallback, useEffect, useState } from 'react'
import type { Pack } from '../../shared/contract/index.ts'
import { call } from '../api/index.ts'
import type { CitationTarget, DraftHandle, DraftStatus, LiveDraft } from '../desk/types.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { Draft } from './Draft.tsx'
import { ReadOnlyDraft } from './ReadOnlyDraft.tsx'
import './briefing.css'

export interface DraftPaneProps {
  packId: string
  /** What to look for once it is open. */
  find?: string
  onStatus(status: DraftStatus): void
  /** Hears of every edit, and of the caret. */
  onLive(live: LiveDraft): void
  onFollowCitation(target: CitationTarget): void
  ref?: Ref<DraftHandle>
}

/**
 * The draft of a pack. It is read once, when the pack is opened or a version restored: from then on the
 * editor owns it, and what is stored only follows.
 */
export function DraftPane(props: DraftPaneProps): ReactNode {
  const { packId, find, onStatus, onLive, onFollowCitation, ref } = props
  const [opened, setOpened] = useState<Opened | null>(null)
  const [isReloaded, setReloaded] = useState(false)
  const open = useCallback(async () => {
    try {
      const [pack, { readOnly }] = await Promise.all([
        call('packs.get', { packId }),
        call('archive.status', {}),
      ])
      setOpened({ pack, readOnly: pack.readOnly ?? readOnly })
    } catch (error) {
      setOpened({ problem: error instanceof Error ? error.message : String(error) })
    }
  }, [packId])
  useEffect(() => {
    setOpened(null)
    void open()
  }, [open])

  /** Another draft takes its place, in which nothing is looked for. */
  const reload = () => {
    setReloaded(true)
    void open()
  }

  if (opened === null) return <EmptyState title="Opening the draft…" />
  if ('problem' in opened) {
    return (
      <EmptyState title="The draft could not be opened">
        <p>{opened.problem}</p>
        <Button onPress={open}>Try again</Button>
      </EmptyState>
    )
  }
  const { pack, readOnly } = opened
  const shared = { pack, find: isReloaded ? undefined : find, onStatus, onLive, onFollowCitation, ref }
  const key = `${pack.packId} ${pack.revision}`
  return readOnly === null ? (
    <Draft key={key} {...shared} onReload={reload} />
  ) : (
    <ReadOnlyDraft key={key} {...shared} reason={readOnly} />
  )
}

type Opened = { pack: Pack; readOnly: string | null } | { problem: string }
