import type { ReactNode } from 'react'
import type { HandlingField } from '../../../shared/text/marking/index.ts'
import { TextField } from '../../ui/index.ts'
import type { ComposeProps } from './composition.ts'
import styles from './MarkingDialog.module.css'

export interface BesideFieldProps extends ComposeProps {
  field: HandlingField
  label: string
  description: string
  isMultiline?: boolean
}

/** Something that a part of the marking needs beside it. */
export function BesideField(props: BesideFieldProps): ReactNode {
  const { composition, compose, field, label, description, isMultiline } = props
  return (
    <div className={styles.beside}>
      <TextField
        label={label}
        description={description}
        isMultiline={isMultiline}
        rows={2}
        maxLength={field === 'recipients' ? 4000 : 500}
        value={composition.beside[field]}
        onChange={text => compose(old => ({ ...old, beside: { ...old.beside, [field]: text } }))}
      />
    </div>
  )
}
