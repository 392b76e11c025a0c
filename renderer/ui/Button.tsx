import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ variant = 'plain', ...props }: ButtonProps): ReactNode {
  return <AriaButton {...props} className={`${styles.button} ${styles[variant]}`} />
}
