import { type ReactNode, useState } from 'react'
import type { Article } from '../../../shared/contract/index.ts'
import { call } from '../../api/index.ts'
import { writtenDay } from '../../ui/dates.ts'
import { Button, Dialog, Tabs } from '../../ui/index.ts'
import { changedDetails, detailErrors, type TypedDetails } from './changedDetails.ts'
import { DetailFields } from './DetailFields.tsx'
import { HandlingFields } from './HandlingFields.tsx'
import { changedHandling, handlingError, typedHandling } from './handling.ts'
import { OriginFacts } from './OriginFacts.tsx'
import { readTags } from './readTags.ts'

/** What is known about an article, what is said of it, and where it comes from. Its text and original stay as they are. */
export function ArticleDetailsDialog({ article, onClose }: { article: Article; onClose(): void }): ReactNode {
  const [typed, setTyped] = useState<TypedDetails>(() => typedDetails(article))
  const [tags, setTags] = useState(() => article.tags.join(', '))
  const [handling, setHandling] = useState(() => typedHandling(article.handling))
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const errors = detailErrors(typed)
  const isWrong =
    Object.keys(errors).length > 0 || handlingError('retainUntil', handling.retainUntil) !== null

  async function save(): Promise<void> {
    if (isWrong || isSaving) return
    setSaving(true)
    setProblem(null)
    try {
      const { articleId } = article
      const details = changedDetails(article, typed)
      if (Object.keys(details).length > 0) await call('articles.correct', { articleId, details })
      const edit = changedTagsAndHandling(article, tags, handling)
      if (edit) await call('articles.edit', { articleIds: [articleId], ...edit })
      onClose()
    } catch (error) {
      setProblem((error as Error).message)
      setSaving(false)
    }
  }

  const onSubmit = () => void save()
  return (
    <Dialog
      title="Details of the article"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={onSubmit} isDisabled={isWrong || isSaving}>
            Save
          </Button>
        </>
      }
    >
      {problem && <p role="alert">{problem}</p>}
      <Tabs
        label="Details of the article"
        tabs={[
          {
            id: 'found',
            label: 'What was found',
            children: (
              <DetailFields
                {...{ article, typed, errors, onSubmit }}
                onType={(key, value) => setTyped(old => ({ ...old, [key]: value }))}
              />
            ),
          },
          {
            id: 'handling',
            label: 'Tags and handling',
            children: (
              <HandlingFields
                {...{ tags, handling, onSubmit }}
                onTags={setTags}
                onHandling={(key, value) => setHandling(old => ({ ...old, [key]: value }))}
              />
            ),
          },
          { id: 'origin', label: 'Where it comes from', children: <OriginFacts article={article} /> },
        ]}
      />
    </Dialog>
  )
}

function typedDetails(article: Article): TypedDetails {
  const { title, publisher, byline, publishedOn, modifiedOn, url, canonicalUrl, language, section } = article
  return {
    title,
    publisher: publisher ?? '',
    byline: byline ?? '',
    publishedOn: publishedOn ? writtenDay(publishedOn) : '',
    modifiedOn: modifiedOn ? writtenDay(modifiedOn) : '',
    url: url ?? '',
    canonicalUrl: canonicalUrl ?? '',
    language: language ?? '',
    section: section ?? '',
  }
}

/** The edit that makes the tags and the handling what was typed; null when they are. */
function changedTagsAndHandling(article: Article, tags: string, handling: ReturnType<typeof typedHandling>) {
  const wanted = readTags(tags)
  const addTags = wanted.filter(tag => !article.tags.includes(tag))
  const removeTags = article.tags.filter(tag => !wanted.includes(tag))
  const changed = changedHandling(article.handling, handling)
  const isSame = addTags.length === 0 && removeTags.length === 0 && Object.keys(changed).length === 0
  return isSame ? null : { addTags, removeTags, handling: changed }
}
