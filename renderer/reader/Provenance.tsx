import type { ReactNode } from 'react'
import type { Article } from '../../shared/contract/index.ts'
import { writtenDay, writtenMoment } from '../ui/dates.ts'
import styles from './Provenance.module.css'

interface Props {
  article: Article
  showsFurniture: boolean
  onShowFurniture(shows: boolean): void
  /** Shows what changed between the versions. */
  onCompare(): void
  /** Shows the other articles with the same agency copy. */
  onCopies(): void
}

/** Where an article comes from, on one line, with the ways to its versions and to the copies of it. */
export function Provenance(props: Props): ReactNode {
  const { article, showsFurniture, onShowFurniture, onCompare, onCopies } = props
  const { publisher, publishedOn, byline, capturedAt, version, versions, copies, blocks } = article
  const furniture = blocks.filter(block => block.furniture).length
  const parts = [
    publisher ?? 'Publisher not known',
    byline,
    publishedOn ? writtenDay(publishedOn) : 'date not known',
    `captured ${writtenMoment(capturedAt)}`,
    'original kept',
  ].filter(part => part !== null)
  return (
    <p className={styles.provenance}>
      {parts.join(' · ')}
      {versions > 1 && (
        <>
          {` · Version ${version} of ${versions} `}
          <button type="button" className={styles.show} onClick={onCompare}>
            What changed
          </button>
        </>
      )}
      {copies > 0 && (
        <>
          {' · '}
          <button type="button" className={styles.show} onClick={onCopies}>
            The same copy in {copies} {copies === 1 ? 'other' : 'others'}
          </button>
        </>
      )}
      {(furniture > 0 || showsFurniture) && (
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
