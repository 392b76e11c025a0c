import type { ReactNode } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { writtenDay } from '../ui/dates.ts'
import { inWords } from '../ui/inWords.ts'
import styles from './ArticleList.module.css'

/** An article as the list shows it: what it is, why it was found, and what has been done with it. */
export function ArticleRow({ hit, cited }: { hit: SearchHit; cited: readonly string[] }): ReactNode {
  const { title, publisher, publishedOn, snippet, marks, highlights, tags, copies } = hit
  const meta = [publisher ?? 'Publisher not known', publishedOn ? writtenDay(publishedOn) : 'date not known']
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
      <div className={styles.meta}>{meta.join(' · ')}</div>
      <div className={styles.snippet}>{marked(snippet, marks)}</div>
      {kept.length > 0 && <div className={styles.kept}>{kept.join(' · ')}</div>}
      {done.length > 0 && <div className={styles.done}>{done.join(' · ')}</div>}
    </>
  )
}

function marked(snippet: string, marks: SearchHit['marks']): ReactNode[] {
  const pieces: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(from, start), <mark key={start}>{snippet.slice(start, end)}</mark>)
    from = end
  }
  return [...pieces, snippet.slice(from)]
}
