import { type ReactNode, useState } from 'react'
import { useCall, useConnection, useEvent } from '../api/index.ts'
import { toast } from '../ui/index.ts'
import styles from './Shell.module.css'

/** What is wrong with the window as a whole, in words, for as long as it is so. */
export function Banners({ showsReadOnly }: { showsReadOnly: boolean }): ReactNode {
  const { data: status, error } = useCall('archive.status', {})
  const [lost, setLost] = useState<string | null>(null)
  useConnection(connection => setLost(connection.lost))
  useEvent('host.backend', ({ restarted, message }) => {
    if (restarted) toast(message)
    else setLost(message)
  })
  const problem = lost ?? error?.message
  return (
    <>
      <div role="alert">{problem && <p className={styles.problem}>{problem}</p>}</div>
      <div role="status">
        {showsReadOnly && status?.readOnly && (
          <p className={styles.banner}>Nothing can be changed: {status.readOnly}</p>
        )}
      </div>
    </>
  )
}
