import type { ReactNode, Ref } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  'aria-label': string
  children: ReactNode
  id?: string
  ref?: Ref<HTMLDivElement>
}

/** A row of controls with one tab stop; the arrow keys move within it. */
export function Toolbar(props: ToolbarProps): ReactNode {
  return <AriaToolbar {...props} className={styles.toolbar} />
}
