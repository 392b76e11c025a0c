import type { ReactNode } from 'react'
import type { Article, MetadataField } from '../../../shared/contract/index.ts'
import { Select, TextField } from '../../ui/index.ts'
import type { TypedDetails } from './changedDetails.ts'
import styles from './Details.module.css'
import { evidenceInWords } from './evidenceInWords.ts'
import { languageOptions } from './languages.ts'

interface Props {
  article: Article
  typed: TypedDetails
  errors: Partial<TypedDetails>
  onType(key: MetadataField, value: string): void
  onSubmit(): void
}

const fields: { key: Exclude<MetadataField, 'language'>; label: string; type?: 'url'; most: number }[] = [
  { key: 'title', label: 'Title', most: 1000 },
  { key: 'publisher', label: 'Publisher', most: 300 },
  { key: 'byline', label: 'Byline', most: 1000 },
  { key: 'publishedOn', label: 'Date of publication', most: 40 },
  { key: 'modifiedOn', label: 'Date last changed', most: 40 },
  { key: 'section', label: 'Section', most: 300 },
  { key: 'url', label: 'Web address', type: 'url', most: 4000 },
  { key: 'canonicalUrl', label: 'Canonical address', type: 'url', most: 4000 },
]

/** What was found about an article, each detail with where it comes from. */
export function DetailFields({ article, typed, errors, onType, onSubmit }: Props): ReactNode {
  return (
    <div className={styles.fields}>
      {fields.map(({ key, label, type, most }) => (
        <TextField
          key={key}
          label={label}
          type={type}
          value={typed[key]}
          maxLength={most}
          onChange={value => onType(key, value)}
          onSubmit={onSubmit}
          error={errors[key]}
          description={evidenceInWords(article, key)}
        />
      ))}
      <Select
        label="Language"
        value={typed.language}
        onChange={(value: string) => onType('language', value)}
        options={languageOptions(article.language ?? '')}
        description={`${evidenceInWords(article, 'language')} It decides how a screen reader speaks the text.`}
      />
    </div>
  )
}
