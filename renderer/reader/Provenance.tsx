import type { ReactNode } from 'react'
import type { Article } from '../../shared/contract/index.ts'
import { writtenDay, writtenMoment } from '../ui/dates.ts'
import styles from './Provenance.module.css'

interface Props {
  article: Article
  showsFurniture: boolean
  onShowFurniture(shows: boolean): void
}

/** Where an article comes from, on one line. */
export function Provenance({ article, showsFurniture, onShowFurniture }: Props): ReactNode {
  const { publisher, publishedOn, byline, importedAt, version, versions, blocks } = article
  const furniture = blocks.filter(block => block.furniture).length
  const parts = [
    publisher ?? 'Publisher not known',
    byline,
    publishedOn ? writtenDay(publishedOn) : 'date not known',
    `captured ${writtenMoment(importedAt)}`,
    versions > 1 ? `version ${version} of ${versions}` : null,
    'original kept',
  ].filter(part => part !== null)
  return (
    <p className={styles.provenance}>
      {parts.join(' · ')}
      {furniture > 0 && (
        <>
          {` · ${furniture === 1 ? '1 piece' : `${furniture} pieces`} of page furniture ${showsFurniture ? 'shown' : 'hidden'} `}
          <button type="button" className={styles.show} onClick={() => onShowFurniture(!showsFurniture)}>
            {showsFurniture ? 'Hide' : 'Show'}
            <span className="visuallyHidden"> page furniture</span>
          </button>
        </>
      )}
    </p>
  )
}
