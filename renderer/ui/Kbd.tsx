import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

/** The keys of a shortcut, as "Ctrl Shift F". `keys` may join them with "+". */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return <kbd className={styles.kbd}>{keys.split('+').join(' ')}</kbd>
}
