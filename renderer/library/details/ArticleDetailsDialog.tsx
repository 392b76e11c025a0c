import { type ReactNode, useState } from 'react'
import type { Article, ArticleDetails } from '../../shared/contract/index.ts'
import { useCommand } from '../api/index.ts'
import { writtenDay, writtenMoment } from '../ui/dates.ts'
import { Button, Dialog, TextField } from '../ui/index.ts'
import { changedDetails, detailErrors, type TypedDetails } from './changedDetails.ts'
import styles from './Library.module.css'

const fields: { key: keyof ArticleDetails; label: string; type?: 'url'; most: number }[] = [
  { key: 'title', label: 'Title', most: 1000 },
  { key: 'publisher', label: 'Publisher', most: 300 },
  { key: 'byline', label: 'Byline', most: 1000 },
  { key: 'publishedOn', label: 'Date of publication', most: 40 },
  { key: 'modifiedOn', label: 'Date last changed', most: 40 },
  { key: 'section', label: 'Section', most: 300 },
  { key: 'language', label: 'Language', most: 100 },
  { key: 'url', label: 'Web address', type: 'url', most: 4000 },
]

/** Corrects by hand what was found about an article. The original and its text stay as they are. */
export function ArticleDetailsDialog({ article, onClose }: { article: Article; onClose(): void }): ReactNode {
  const [typed, setTyped] = useState<TypedDetails>(() => ({
    title: article.title,
    publisher: article.publisher ?? '',
    byline: article.byline ?? '',
    publishedOn: article.publishedOn ? writtenDay(article.publishedOn) : '',
    modifiedOn: article.modifiedOn ? writtenDay(article.modifiedOn) : '',
    url: article.url ?? '',
    canonicalUrl: article.canonicalUrl ?? '',
    language: article.language ?? '',
    section: article.section ?? '',
  }))
  const correct = useCommand('articles.correct')
  const errors = detailErrors(typed)
  const isWrong = Object.keys(errors).length > 0

  function save(): void {
    const details = changedDetails(article, typed)
    if (isWrong) return
    if (Object.keys(details).length === 0) onClose()
    else correct.mutate({ articleId: article.articleId, details }, { onSuccess: onClose })
  }

  return (
    <Dialog
      title="Details of the article"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={save} isDisabled={isWrong || correct.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {fields.map(({ key, label, type, most }) => (
          <TextField
            key={key}
            label={label}
            type={type}
            value={typed[key]}
            maxLength={most}
            onChange={value => setTyped(old => ({ ...old, [key]: value }))}
            onSubmit={save}
            error={errors[key]}
            description={
              article.corrected.includes(key)
                ? 'Corrected by hand.'
                : article[key] === null
                  ? 'Not found in the source.'
                  : 'As found in the source.'
            }
          />
        ))}
        <p className={styles.small}>
          From “{article.origin}”, captured {writtenMoment(article.importedAt)}, {article.encoding}. SHA-256
          of the original: {article.sha256}
        </p>
        {correct.error && <p role="alert">{correct.error.message}</p>}
      </div>
    </Dialog>
  )
}
