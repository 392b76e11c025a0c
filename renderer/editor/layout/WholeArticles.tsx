import { type ReactNode, useMemo } from 'react'
import type { DocumentNode } from '../../../shared/document/briefing.ts'
import { numberCitations } from '../../../shared/document/citations.ts'
import { useCall } from '../../api/index.ts'
import { Checkbox } from '../../ui/index.ts'
import styles from './LayoutDialog.module.css'

export interface WholeArticlesProps {
  content: DocumentNode
  /** The ids of the articles to be printed whole. */
  chosen: readonly string[]
  onChange(chosen: string[]): void
}

/** Which cited articles are printed whole, as their licence notes allow, and not as extracts around their passages. */
export function WholeArticles({ content, chosen, onChange }: WholeArticlesProps): ReactNode {
  const cited = useMemo(() => {
    const articles = new Map<string, number>()
    for (const { articleId, version } of numberCitations(content).values()) articles.set(articleId, version)
    return [...articles]
  }, [content])
  return (
    <section aria-labelledby="layout-whole">
      <h3 id="layout-whole">Articles printed whole</h3>
      <p className={styles.hint}>
        Other articles are printed as extracts around the passages cited. To print one whole, give it a
        licence note under its details; the note is then printed on each of its pages.
      </p>
      {cited.length === 0 && <p>Nothing is cited yet.</p>}
      {cited.map(([articleId, version]) => (
        <WholeArticle
          key={articleId}
          {...{ articleId, version }}
          isChosen={chosen.includes(articleId)}
          onChange={on => onChange(on ? [...chosen, articleId] : chosen.filter(id => id !== articleId))}
        />
      ))}
    </section>
  )
}

interface WholeArticleProps {
  articleId: string
  version: number
  isChosen: boolean
  onChange(isChosen: boolean): void
}

function WholeArticle({ articleId, version, isChosen, onChange }: WholeArticleProps): ReactNode {
  const { data, error } = useCall('articles.get', { articleId, version })
  if (error) return <p>{error.message}</p>
  if (!data) return null
  const { licence } = data.handling
  return (
    <div>
      <Checkbox isSelected={isChosen && licence !== null} isDisabled={licence === null} onChange={onChange}>
        {data.title}
      </Checkbox>
      <p className={styles.licence}>{licence ?? 'No licence note: printed as an extract.'}</p>
    </div>
  )
}
