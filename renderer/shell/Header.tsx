import type { ReactNode } from 'react'
import { Button, Kbd } from '../ui/index.ts'
import styles from './Shell.module.css'

interface Props {
  /** The title of the pack that is open; null at the start screen. */
  title: string | null
  onStart(): void
  onFind(): void
  onSettings(): void
  children?: ReactNode
}

/** Where one is, and what can be done from anywhere. */
export function Header({ title, onStart, onFind, onSettings, children }: Props): ReactNode {
  return (
    <header className={styles.header}>
      {title === null ? <p className={styles.name}>Despatch</p> : <h1 className={styles.name}>Despatch</h1>}
      {title !== null && (
        <nav aria-label="Where you are" className={styles.crumbs}>
          <Button variant="quiet" onPress={onStart}>
            Packs
          </Button>
          <span aria-hidden>›</span>
          <span className={styles.title} aria-current="page">
            {title}
          </span>
        </nav>
      )}
      <div className={styles.grow} />
      <Button variant="quiet" onPress={onFind}>
        Find a command <Kbd keys="Ctrl+K" />
      </Button>
      <span className={title === null ? undefined : styles.inPalette}>
        <Button variant="quiet" onPress={onSettings}>
          Settings
        </Button>
      </span>
      {children}
    </header>
  )
}
