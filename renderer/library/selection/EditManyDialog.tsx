import { type ReactNode, useState } from 'react'
import type { CallInput, SearchHit } from '../../../shared/contract/index.ts'
import { call } from '../../api/index.ts'
import { Button, Checkbox, Dialog, orSay, TextField, toast } from '../../ui/index.ts'
import { type HandlingField, handlingError, handlingFields, readHandling } from '../details/handling.ts'
import { readTags } from '../details/readTags.ts'
import { TagsField } from '../details/TagsField.tsx'
import styles from './Selection.module.css'
import { useWhatTheyHave } from './useWhatTheyHave.ts'

export type ManyField = 'tags' | HandlingField

interface Props {
  articles: readonly SearchHit[]
  /** Where the focus begins. */
  field: ManyField
  onClose(): void
}

/** Tags and handling of several articles at once. Only what is touched is changed; where they differ it says so. */
export function EditManyDialog({ articles, field, onClose }: Props): ReactNode {
  const articleIds = articles.map(({ articleId }) => articleId)
  const have = useWhatTheyHave(articleIds)
  const [added, setAdded] = useState('')
  const [removed, setRemoved] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<Partial<Record<HandlingField, string>>>({})
  const [isSaving, setSaving] = useState(false)
  const count = articles.length
  const touched = handlingFields.filter(({ key }) => typed[key] !== undefined)
  const isWrong = touched.some(({ key }) => handlingError(key, typed[key]!) !== null)
  const isNothing = touched.length === 0 && readTags(added).length === 0 && removed.length === 0

  async function save(): Promise<void> {
    if (isWrong || isSaving) return
    if (isNothing) return onClose()
    setSaving(true)
    const edit = {
      articleIds,
      addTags: readTags(added).filter(tag => !removed.includes(tag)),
      removeTags: [...removed],
      handling: Object.fromEntries(touched.map(({ key }) => [key, readHandling(key, typed[key]!)])),
    }
    if (await orSay(() => editAndSay(edit))) onClose()
    else setSaving(false)
  }

  return (
    <Dialog
      title={
        count === 1 ? 'Tags and handling of 1 article' : `Tags and handling of ${number(count)} articles`
      }
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void save()} isDisabled={isWrong || isSaving}>
            {count === 1 ? 'Save' : `Save for all ${number(count)}`}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>Only what you change here is changed. Everything else stays as it is on each article.</p>
        <TagsField
          label="Add tags"
          value={added}
          onChange={setAdded}
          autoFocus={field === 'tags'}
          onSubmit={() => void save()}
        />
        {have.tags.length > 0 && (
          <fieldset className={styles.group}>
            <legend>Remove tags</legend>
            {have.tags.map(({ tag, articles: number }) => (
              <Checkbox
                key={tag}
                isSelected={removed.includes(tag)}
                onChange={isOn =>
                  setRemoved(isOn ? [...removed, tag] : removed.filter(other => other !== tag))
                }
              >
                {tag}
                {number !== null && ` (on ${number === count ? 'all' : number})`}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {handlingFields.map(({ key, label, most, description }) => {
          const { value, isVarious } = have.handling?.[key] ?? { value: '', isVarious: false }
          const now = typed[key]
          const isEmptied = now !== undefined && now.trim() === ''
          return (
            <div key={key} className={styles.fields}>
              <TextField
                label={label}
                value={now ?? value}
                onChange={next => setTyped(old => ({ ...old, [key]: next }))}
                placeholder={isVarious && now === undefined ? 'various' : undefined}
                maxLength={most}
                autoFocus={field === key}
                onSubmit={() => void save()}
                error={handlingError(key, now ?? '')}
                description={isEmptied ? `This will be emptied on all ${number(count)}.` : description}
              />
              {isVarious && now === undefined && (
                <div className={styles.various}>
                  <span>They differ, and stay as they are.</span>
                  <Button
                    onPress={() => setTyped(old => ({ ...old, [key]: '' }))}
                    aria-label={`Empty “${label}” on all`}
                  >
                    Empty on all
                  </Button>
                </div>
              )}
            </div>
          )
        })}
      </div>
    </Dialog>
  )
}

async function editAndSay(edit: CallInput<'articles.edit'>): Promise<void> {
  const { undo } = await call('articles.edit', edit)
  const count = edit.articleIds.length
  toast(count === 1 ? '1 article was changed.' : `${number(count)} articles were changed.`, {
    action: {
      label: 'Undo',
      onPress: () =>
        void orSay(async () => {
          for (const each of undo) await call('articles.edit', each)
        }),
    },
  })
}

const number = (count: number) => count.toLocaleString('en-GB')
