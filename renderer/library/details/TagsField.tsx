import type { ReactNode } from 'react'
import { useCall } from '../../api/index.ts'
import { Button, TextField } from '../../ui/index.ts'
import styles from './Details.module.css'
import { readTags } from './readTags.ts'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  autoFocus?: boolean
  onSubmit?(): void
}

/** How many of the tags in use are offered. */
const offered = 12

/** Tags as they are typed, with those in use to choose from. */
export function TagsField({ label, value, onChange, autoFocus, onSubmit }: Props): ReactNode {
  const { data } = useCall('articles.tags', {})
  const typed = readTags(value)
  const others = (data?.tags ?? [])
    .filter(({ tag }) => !typed.includes(tag))
    .toSorted((a, b) => b.articles - a.articles || a.tag.localeCompare(b.tag, 'en-GB'))
    .slice(0, offered)
  return (
    <div className={styles.tags}>
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        autoFocus={autoFocus}
        onSubmit={onSubmit}
        maxLength={5000}
        description="Put a comma between two tags."
      />
      {others.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of buttons is no set of fields
        <div role="group" aria-label="Tags in use" className={styles.inUse}>
          <span className={styles.small}>In use:</span>
          {others.map(({ tag }) => (
            <Button
              key={tag}
              onPress={() => onChange([...typed, tag].join(', '))}
              aria-label={`Add the tag “${tag}”`}
            >
              {tag}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
