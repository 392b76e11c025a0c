import type { ReactNode, Ref } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components'
import styles from './Field.module.css'

export interface TextFieldProps {
  label: string
  value: string
  onChange(value: string): void
  description?: ReactNode
  /** What is wrong with the value, in words; the field then shows itself as invalid. */
  error?: string | null
  isMultiline?: boolean
  rows?: number
  type?: 'text' | 'url' | 'date' | 'search'
  isDisabled?: boolean
  isReadOnly?: boolean
  isRequired?: boolean
  autoFocus?: boolean
  isLabelHidden?: boolean
  placeholder?: string
  maxLength?: number
  onBlur?(): void
  onSubmit?(): void
  ref?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps): ReactNode {
  const {
    label,
    description,
    error,
    isMultiline,
    rows = 3,
    type,
    isLabelHidden,
    onSubmit,
    ref,
    ...rest
  } = props
  const { placeholder, onBlur, ...field } = rest
  return (
    <AriaTextField
      {...field}
      onBlur={onBlur}
      type={type ?? 'text'}
      isInvalid={Boolean(error)}
      className={styles.field!}
      onKeyDown={event => {
        if (event.key === 'Enter' && !isMultiline && onSubmit) {
          event.preventDefault()
          onSubmit()
        } else event.continuePropagation()
      }}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label!}>{label}</Label>
      {isMultiline ? (
        <TextArea className={styles.input!} rows={rows} placeholder={placeholder} />
      ) : (
        <Input className={styles.input!} placeholder={placeholder} ref={ref} />
      )}
      {description && (
        <Text slot="description" className={styles.description!}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error!}>{error}</FieldError>
    </AriaTextField>
  )
}
