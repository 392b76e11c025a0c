import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange(isOpen: boolean): void
  children: ReactNode
  /** Buttons at the foot. The dialog has no others: offer a way to close it. Escape always closes. */
  actions?: ReactNode
  isWide?: boolean
  /** Announces at once and asks for an answer. */
  isAlert?: boolean
}

/** A modal dialog: keeps the focus until it is closed, then gives it back. */
export function Dialog(props: DialogProps): ReactNode {
  const { title, isOpen, onOpenChange, children, actions, isWide, isAlert } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
      className={styles.overlay!}
    >
      <Modal className={`${styles.modal} ${isWide ? styles.wide : ''}`}>
        <AriaDialog className={styles.dialog!} role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className={styles.title!}>
            {title}
          </Heading>
          {/* Scrolls, so it takes the focus: otherwise the keyboard could not reach what is below. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className={styles.body} tabIndex={0} aria-label={title}>
            {children}
          </section>
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
