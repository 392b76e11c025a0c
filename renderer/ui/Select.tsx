import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import styles from './Field.module.css'
import menu from './Menu.module.css'

export interface SelectProps<V extends string> {
  label: string
  value: V
  onChange(value: V): void
  options: readonly { value: V; label: string }[]
  isDisabled?: boolean
  isLabelHidden?: boolean
  description?: ReactNode
}

export function Select<V extends string>(props: SelectProps<V>): ReactNode {
  const { label, value, onChange, options, isDisabled, isLabelHidden, description } = props
  return (
    <AriaSelect
      className={styles.field!}
      value={value}
      onChange={next => onChange(next as V)}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label!}>{label}</Label>
      <Button className={styles.select!}>
        <SelectValue />
        <span aria-hidden className={styles.chevron} />
      </Button>
      {description && (
        <Text slot="description" className={styles.description!}>
          {description}
        </Text>
      )}
      <Popover className={menu.popover!}>
        <ListBox className={menu.menu!}>
          {options.map(option => (
            <ListBoxItem key={option.value} id={option.value} className={menu.item!} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
