import { type ReactNode, useId } from 'react'
import type { BriefingHead } from '../../shared/document/briefing.ts'
import styles from './HeadFields.module.css'

/** The lines at the head of a submission, in the order they are printed. */
export const headLines = [
  { name: 'to', label: 'To', longest: 2000 },
  { name: 'from', label: 'From', longest: 2000 },
  { name: 'date', label: 'Date', longest: 200 },
  { name: 'copy', label: 'Copy', longest: 4000 },
  { name: 'decisionBy', label: 'Decision by', longest: 500 },
  { name: 'reference', label: 'Reference', longest: 200 },
] as const

export interface HeadFieldsProps {
  head: BriefingHead
  onChange(head: BriefingHead): void
}

/** The To, From, Date… block, edited where it stands. An empty line is left out in print. */
export function HeadFields({ head, onChange }: HeadFieldsProps): ReactNode {
  const id = useId()
  return (
    <div className={styles.block}>
      {headLines.map(({ name, label, longest }) => (
        <div key={name} className={styles.line}>
          <label htmlFor={`${id}${name}`} className={styles.label}>
            {label}
          </label>
          <textarea
            id={`${id}${name}`}
            rows={1}
            lang="en-GB"
            spellCheck={false}
            maxLength={longest}
            className={styles.value}
            value={head[name]}
            onChange={event => onChange({ ...head, [name]: event.target.value })}
          />
        </div>
      ))}
    </div>
  )
}
