import type { ReactNode, Ref } from 'react'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import styles from './Button.module.css'
import type { ButtonVariant } from './Button.tsx'

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** A button that is on or off: `isSelected` and `onChange`. */
export function ToggleButton({ variant = 'quiet', ...props }: ToggleButtonProps): ReactNode {
  return <AriaToggleButton {...props} className={`${styles.button} ${styles[variant]}`} />
}
