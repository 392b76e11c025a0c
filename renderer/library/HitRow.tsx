import { memo, type ReactNode } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { writtenDay } from '../ui/dates.ts'
import { inWords } from '../ui/inWords.ts'
import styles from './ArticleList.module.css'

/**
 * A hit as the list shows it: what it is, why it was found, and what has been done with it. Not drawn anew while the same is
 * shown: the list is, at each keystroke.
 */
export const HitRow = memo(function HitRow({
  hit,
  cited,
}: {
  hit: SearchHit
  cited: readonly string[]
}): ReactNode {
  switch (hit.kind) {
    case 'article':
      return <ArticleRow hit={hit} cited={cited} />
    case 'pack':
      return (
        <>
          <div className={styles.title}>
            <span className={styles.kind}>Pack</span> {hit.title}
          </div>
          {hit.publishedOn && <div className={styles.meta}>Changed {writtenDay(hit.publishedOn)}</div>}
          <Snippet hit={hit} />
        </>
      )
    default:
      return (
        <>
          <div className={styles.passage}>
            <Snippet hit={hit} />
          </div>
          <div className={styles.source}>
            <span className={styles.kind}>{hit.kind === 'note' ? 'Note on' : 'Highlight in'}</span>{' '}
            {hit.title}
          </div>
          <div className={styles.meta}>{sourceOf(hit)}</div>
          {hit.tags.length > 0 && <div className={styles.kept}>Tags: {hit.tags.join(', ')}</div>}
        </>
      )
  }
})

function ArticleRow({ hit, cited }: { hit: SearchHit; cited: readonly string[] }): ReactNode {
  const { title, highlights, tags, copies } = hit
  const kept = [
    copies > 0 && `The same copy in ${copies} ${copies === 1 ? 'other' : 'others'}`,
    tags.length > 0 && `Tags: ${tags.join(', ')}`,
  ].filter(Boolean)
  const done = [
    highlights > 0 && `${highlights} ${highlights === 1 ? 'highlight' : 'highlights'}`,
    cited.length > 0 && `cited in ${inWords(cited)}`,
  ].filter(Boolean)
  return (
    <>
      <div className={styles.title}>{title}</div>
      <div className={styles.meta}>{sourceOf(hit)}</div>
      <Snippet hit={hit} />
      {kept.length > 0 && <div className={styles.kept}>{kept.join(' · ')}</div>}
      {done.length > 0 && <div className={styles.done}>{done.join(' · ')}</div>}
    </>
  )
}

function sourceOf({ publisher, publishedOn }: SearchHit): string {
  const day = publishedOn ? writtenDay(publishedOn) : 'date not known'
  return `${publisher ?? 'Publisher not known'} · ${day}`
}

function Snippet({ hit: { snippet, marks } }: { hit: SearchHit }): ReactNode {
  const pieces: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(from, start), <mark key={start}>{snippet.slice(start, end)}</mark>)
    from = end
  }
  return <div className={styles.snippet}>{[...pieces, snippet.slice(from)]}</div>
}
