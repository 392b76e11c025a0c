import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import styles from './Checkbox.module.css'

export interface CheckboxProps {
  isSelected: boolean
  onChange(isSelected: boolean): void
  isDisabled?: boolean
  children: ReactNode
}

export function Checkbox({ children, ...props }: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox {...props} className={styles.checkbox!}>
      <span aria-hidden className={styles.box} />
      {children}
    </AriaCheckbox>
  )
}
