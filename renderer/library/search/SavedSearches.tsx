import { useQueries } from '@tanstack/react-query'
import { memo, type ReactNode, type RefObject, useRef, useState } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { call, searchInput, useSetting } from '../../api/index.ts'
import { Button, orSay, TextField, toast, useCommands } from '../../ui/index.ts'
import styles from './Popovers.module.css'
import { changeInWords, readSaved, type SavedSearch, withSaved } from './savedSearches.ts'

interface Props {
  /** What is typed in the search box. */
  searchWords: RefObject<string>
  /** How many articles it finds, as far as is known. */
  total: RefObject<number>
  onWords(words: string): void
}

/** The searches that were kept, with what each has found since; and the way to keep the one that is typed. */
export const SavedSearches = memo(function SavedSearches({ searchWords, total, onWords }: Props): ReactNode {
  const [kept, keep] = useSetting<unknown>('savedSearches', [])
  /** What was typed when it was opened; null while it is closed. */
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? ''
  const isOpen = typed !== null
  const setOpen = (isNow: boolean) => setTyped(isNow ? searchWords.current : null)
  const button = useRef<HTMLButtonElement>(null)
  const all = readSaved(kept)
  const totals = useTotals(all, isOpen)

  function open(saved: SavedSearch, found: number | undefined): void {
    setOpen(false)
    onWords(saved.words)
    const see = (seenTotal: number) =>
      keep(withSaved(all, { ...saved, seenAt: new Date().toISOString(), seenTotal }))
    if (found !== undefined) see(found)
    else void orSay(async () => see((await count(saved.words)).total))
  }

  function remove(saved: SavedSearch): void {
    keep(all.filter(({ name }) => name !== saved.name))
    toast(`The saved search “${saved.name}” was removed.`, {
      action: { label: 'Undo', onPress: () => keep(withSaved(all, saved)) },
    })
  }

  useCommands([
    { id: 'search.saved', label: 'Saved searches, and to save this one', run: () => setOpen(true) },
    ...all.map(saved => ({
      id: `search.saved.${saved.name}`,
      label: `Saved search: ${saved.name}`,
      run: () => open(saved, undefined),
    })),
  ])

  return (
    <>
      <Button ref={button} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        Saved
      </Button>
      <Popover
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        className={`${styles.popover} ${styles.narrow}`}
      >
        <Dialog className={styles.dialog!}>
          <div className={`${styles.body} ${styles.saved}`}>
            <Heading slot="title" level={2} className={styles.title!}>
              Saved searches
            </Heading>
            {words.trim() === '' ? (
              all.length === 0 && <p>None yet. Type a search, then save it here under a name.</p>
            ) : all.some(saved => saved.words === words) ? null : (
              <SaveThis
                key={words}
                words={words}
                onSave={name => {
                  const seenTotal = total.current
                  keep(withSaved(all, { name, words, seenAt: new Date().toISOString(), seenTotal }))
                  setOpen(false)
                  toast(`The search was saved as “${name}”.`)
                }}
              />
            )}
            {all.length > 0 && (
              <ul className={styles.savedList} aria-label="Saved searches">
                {all.map((saved, i) => (
                  <li key={saved.name}>
                    <Button variant="quiet" onPress={() => open(saved, totals[i])}>
                      <span>{saved.name}</span>
                      <Change saved={saved} total={totals[i]} />
                    </Button>
                    <Button
                      aria-label={`Remove the saved search “${saved.name}”`}
                      onPress={() => remove(saved)}
                    >
                      Remove
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Dialog>
      </Popover>
    </>
  )
})

function Change({ saved, total }: { saved: SavedSearch; total: number | undefined }): ReactNode {
  if (total === undefined) return <span className={styles.hint}>Counting…</span>
  const isMore = total > saved.seenTotal
  return <span className={isMore ? styles.more : styles.hint}>{changeInWords(saved, total)}</span>
}

function SaveThis({ words, onSave }: { words: string; onSave(name: string): void }): ReactNode {
  const [name, setName] = useState(words.trim().slice(0, 60).toWellFormed())
  const save = () => name.trim() !== '' && onSave(name.trim())
  return (
    <div className={styles.saving}>
      <TextField
        label="Save this search as"
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        onSubmit={save}
      />
      <Button variant="primary" onPress={save} isDisabled={name.trim() === ''}>
        Save
      </Button>
    </div>
  )
}

/** How many each finds now; undefined while that is counted. */
function useTotals(all: readonly SavedSearch[], isOpen: boolean): (number | undefined)[] {
  const answers = useQueries({
    queries: all.map(({ words }) => ({
      queryKey: ['articles.search', countInput(words)],
      queryFn: () => count(words),
      enabled: isOpen,
    })),
  })
  return answers.map(({ data }) => data?.total)
}

const countInput = (words: string) => ({ ...searchInput({ words, order: 'relevance' }), limit: 0 })
const count = (words: string) => call('articles.search', countInput(words))
