import type { ReactNode } from 'react'
import type { SearchHit } from '../../shared/contract/index.ts'
import { writtenDay } from '../ui/dates.ts'
import styles from './ArticleList.module.css'

/** An article as the list shows it: what it is, why it was found, and what has been done with it. */
export function ArticleRow({ hit, cited }: { hit: SearchHit; cited: readonly string[] }): ReactNode {
  const { title, publisher, publishedOn, snippet, marks, highlights } = hit
  const meta = [publisher ?? 'Publisher not known', publishedOn ? writtenDay(publishedOn) : 'date not known']
  const done = [
    highlights > 0 && `${highlights} ${highlights === 1 ? 'highlight' : 'highlights'}`,
    cited.length > 0 && `cited in ${inWords(cited)}`,
  ].filter(Boolean)
  return (
    <>
      <div className={styles.title}>{title}</div>
      <div className={styles.meta}>{meta.join(' · ')}</div>
      <div className={styles.snippet}>{marked(snippet, marks)}</div>
      {done.length > 0 && <div className={styles.done}>{done.join(' · ')}</div>}
    </>
  )
}

/** "paragraphs 3 and 4" from "paragraph 3" and "paragraph 4". */
export function inWords(places: readonly string[]): string {
  const numbers = places.map(place => /^paragraph (\S+)$/.exec(place)?.[1])
  if (places.length < 2 || numbers.some(number => number === undefined)) return list(places)
  return `paragraphs ${list(numbers as string[])}`
}

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

function marked(snippet: string, marks: SearchHit['marks']): ReactNode[] {
  const pieces: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(from, start), <mark key={start}>{snippet.slice(start, end)}</mark>)
    from = end
  }
  return [...pieces, snippet.slice(from)]
}
