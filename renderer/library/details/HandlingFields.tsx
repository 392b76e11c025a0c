import type { ReactNode } from 'react'
import { TextField } from '../../ui/index.ts'
import styles from './Details.module.css'
import { type HandlingField, handlingError, handlingFields, type TypedHandling } from './handling.ts'
import { TagsField } from './TagsField.tsx'

interface Props {
  tags: string
  onTags(tags: string): void
  handling: TypedHandling
  onHandling(key: HandlingField, value: string): void
  onSubmit(): void
}

/** What a department says of an article: its tags, why it is kept, and how it may be used. */
export function HandlingFields({ tags, onTags, handling, onHandling, onSubmit }: Props): ReactNode {
  return (
    <div className={styles.fields}>
      <TagsField label="Tags" value={tags} onChange={onTags} onSubmit={onSubmit} />
      {handlingFields.map(({ key, label, most, description }) => (
        <TextField
          key={key}
          label={label}
          value={handling[key]}
          maxLength={most}
          onChange={value => onHandling(key, value)}
          onSubmit={onSubmit}
          error={handlingError(key, handling[key])}
          description={description}
        />
      ))}
    </div>
  )
}
