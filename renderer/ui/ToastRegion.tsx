import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import styles from './ToastRegion.module.css'
import { closeToast, stay, type Toast, useToasts } from './toast.ts'

/** Where toasts appear. One for the whole window; it stays reachable while a dialog is open. */
export function ToastRegion(): ReactNode {
  const toasts = useToasts()
  const [rests, setRests] = useState(false)
  const region = useRef<HTMLElement>(null)
  useRoomInDialogs(region)
  return createPortal(
    <section
      ref={region}
      className={styles.region}
      aria-label="Messages"
      data-pane={toasts.length > 0 ? 'messages' : undefined}
      data-react-aria-top-layer
      tabIndex={-1}
      onPointerEnter={() => setRests(true)}
      onPointerLeave={() => setRests(false)}
      onFocus={() => setRests(true)}
      onBlur={() => setRests(false)}
    >
      <div role="status">{toasts.filter(each => each.tone !== 'problem').map(each => line(each, rests))}</div>
      <div role="alert">{toasts.filter(each => each.tone === 'problem').map(each => line(each, rests))}</div>
    </section>,
    document.body,
  )
}

/** Tells dialogs, in `--messages`, how much room the messages take at the foot of the window. */
function useRoomInDialogs(region: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { top, height } = entry!.target.getBoundingClientRect()
      const room = height > 0 ? window.innerHeight - top : 0
      document.documentElement.style.setProperty('--messages', `${room}px`)
    })
    observer.observe(region.current!)
    return () => observer.disconnect()
  }, [region])
}

const line = (each: Toast, rests: boolean) => <Line key={each.id} toast={each} rests={rests} />

function Line({ toast, rests }: { toast: Toast; rests: boolean }): ReactNode {
  const { id, message, action, tone } = toast
  const milliseconds = stay({ tone, action })
  useEffect(() => {
    if (rests || milliseconds === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => closeToast(id), milliseconds)
    return () => clearTimeout(timer)
  }, [rests, milliseconds, id])
  return (
    <div className={`${styles.toast} ${tone === 'problem' ? styles.problem : ''}`}>
      <span className={styles.message}>{message}</span>
      {action && (
        <Button
          onPress={() => {
            closeToast(id)
            action.onPress()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="quiet" onPress={() => closeToast(id)} aria-label={`Close the message: ${message}`}>
        Close
      </Button>
    </div>
  )
}
