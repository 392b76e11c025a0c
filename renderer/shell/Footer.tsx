import type { ReactNode } from 'react'
import { useCall } from '../api/index.ts'
import type { DraftStatus } from '../desk/types.ts'
import { Menu } from '../ui/index.ts'
import styles from './Shell.module.css'

/** How things stand: saved or not, how long, what is still to check, and where everything is. */
export function Footer({ draft }: { draft: DraftStatus | null }): ReactNode {
  const { data: status } = useCall('archive.status', {})
  const articles =
    status && `${status.articles.toLocaleString('en-GB')} ${status.articles === 1 ? 'article' : 'articles'}`
  return (
    <footer className={styles.footer}>
      {draft && (
        <>
          <span className={styles.save}>{draft.save}</span>
          <span>{draft.words === 1 ? '1 word' : `${draft.words.toLocaleString('en-GB')} words`}</span>
          {draft.toCheck.length > 0 ? (
            <Menu
              variant="quiet"
              label={`${draft.toCheck.length} to check`}
              aria-label={`${draft.toCheck.length} to check in the draft`}
              items={draft.toCheck.map(({ text, reveal }, i) => ({
                id: String(i),
                label: text,
                onAction: reveal,
              }))}
            />
          ) : (
            <span className={styles.ok}>Nothing to check</span>
          )}
        </>
      )}
      <span className={styles.grow} />
      <span>{articles ? `${articles} · ` : ''}all on this computer · nothing sent anywhere</span>
    </footer>
  )
}
