import { type ReactNode, useState } from 'react'
import type { Highlight } from '../../shared/contract/index.ts'
import { call } from '../api/index.ts'
import { Button, Dialog, Select, TextField } from '../ui/index.ts'
import { inWords } from '../ui/inWords.ts'
import styles from './HighlightDialog.module.css'
import { kinds } from './kinds.ts'
import { complain } from './useMarking.ts'

interface Props {
  highlight: Highlight
  places: readonly string[]
  canMark: boolean
  canInsert: boolean
  onClose(): void
  onQuote(highlight: Highlight): void
  onCite(highlight: Highlight): void
  onRemove(highlight: Highlight): void
  onReveal(highlight: Highlight): void
}

/** A highlight: its kind, note and tags, and what can be done with it. What was typed is kept however it is closed. */
export function HighlightDialog(props: Props): ReactNode {
  const { highlight, places, canMark, canInsert, onClose, onQuote, onCite, onRemove, onReveal } = props
  const [was] = useState(highlight)
  const [kind, setKind] = useState(was.kind)
  const [note, setNote] = useState(was.note)
  const [tags, setTags] = useState(was.tags.join(', '))

  /** Gives the highlight as it now stands; null when it could not be saved, and the dialog stays. */
  async function save(): Promise<Highlight | null> {
    const newTags = readTags(tags)
    // Only what was changed here: what another window has changed meanwhile stays.
    const details: Partial<Pick<Highlight, 'kind' | 'note' | 'tags'>> = {
      ...(kind !== was.kind && { kind }),
      ...(note !== was.note && { note }),
      ...(newTags.join() !== was.tags.join() && { tags: newTags }),
    }
    if (Object.keys(details).length === 0) return highlight
    try {
      return await call('highlights.update', { highlightId: highlight.highlightId, details })
    } catch (error) {
      complain(error)
      return null
    }
  }

  async function leave(then?: (saved: Highlight) => void): Promise<void> {
    const saved = await save()
    if (!saved) return
    onClose()
    then?.(saved)
  }

  return (
    <Dialog
      title="Highlight"
      isOpen
      onOpenChange={() => void leave()}
      actions={
        <>
          {canMark && (
            <Button variant="danger" onPress={() => void leave(onRemove)}>
              Remove
            </Button>
          )}
          {canInsert && (
            <>
              <Button onPress={() => void leave(onQuote)}>Quote in draft</Button>
              <Button onPress={() => void leave(onCite)}>Cite</Button>
            </>
          )}
          <Button variant="primary" onPress={() => void leave()}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <blockquote className={styles.words}>{highlight.exact}</blockquote>
        {places.length > 0 && (
          <p>
            Cited in {inWords(places)}. <Button onPress={() => void leave(onReveal)}>Go to it</Button>
          </p>
        )}
        <Select
          isDisabled={!canMark}
          label="Kind"
          value={kind}
          onChange={(next: Highlight['kind']) => setKind(next)}
          options={kinds}
        />
        <TextField
          label="Note"
          isReadOnly={!canMark}
          value={note}
          onChange={setNote}
          isMultiline
          rows={4}
          maxLength={20_000}
          autoFocus
        />
        <TextField
          label="Tags"
          isReadOnly={!canMark}
          value={tags}
          onChange={setTags}
          description="Put a comma between two tags."
        />
      </div>
    </Dialog>
  )
}

function readTags(typed: string): string[] {
  const tags = typed.split(',').map(tag => tag.trim().slice(0, 100).toWellFormed())
  return [...new Set(tags.filter(tag => tag !== ''))].slice(0, 50)
}
