import { type ReactNode, useState } from 'react'
import type { Article, Highlight } from '../../shared/contract/index.ts'
import { useCall } from '../api/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { ArticlePage } from './ArticlePage.tsx'
import type { Passage } from './passage.ts'
import styles from './Reader.module.css'
import { usePlaceKeys } from './usePlaceKeys.ts'

export interface ReaderProps {
  /** What to read; null while nothing is open. */
  passage: Passage | null
  /** Where each highlight is cited in the draft, in words, by highlight id. */
  places: Record<string, string[]>
  /** Whether highlights can be made and changed: not in an archive that is read-only. */
  canMark: boolean
  /** Whether there is a draft that can be written in. */
  canInsert: boolean
  /** Commands on the article as a whole, set beside its headline. */
  actions?: ReactNode
  onQuote(highlight: Highlight): void
  onCite(highlight: Highlight): void
  /** Goes to where the draft cites the highlight. */
  onReveal(highlight: Highlight): void
  /** Opens the newest version of the article that is being read. */
  onNewest(): void
  /** Shows what changed between the versions of the article that is being read. */
  onCompare(article: Article): void
  /** Shows the other articles that carry the same agency copy. */
  onCopies(article: Article): void
}

/** The article as a good newspaper page, with what has been marked in it. */
export function Reader(props: ReaderProps): ReactNode {
  const { passage } = props
  /** Where F3 has gone to since the passage was asked for and before the article was there. */
  const [early, setEarly] = useState<{ asked: number; steps: number } | null>(null)
  const asked = { articleId: passage?.articleId ?? '', version: passage?.version }
  const article = useCall('articles.get', asked, { enabled: passage !== null })
  const version = article.data?.version
  const highlights = useCall(
    'highlights.list',
    { articleId: asked.articleId, version },
    { enabled: version !== undefined },
  )

  if (!passage) {
    return (
      <EmptyState title="Nothing is open">
        <p>Choose an article in Sources to read it here, mark passages in it and cite them in the draft.</p>
      </EmptyState>
    )
  }
  const failure = article.error ?? highlights.error
  if (failure) {
    return (
      <div role="alert">
        <EmptyState title="This article cannot be shown">
          <p>{failure.message}</p>
          <Button
            onPress={() => {
              void article.refetch()
              void highlights.refetch()
            }}
          >
            Try again
          </Button>
        </EmptyState>
      </div>
    )
  }
  const ahead = early?.asked === passage.asked ? early.steps : 0
  if (!article.data || !highlights.data) {
    return (
      <Opening
        hasPlaces={Boolean(passage.words?.trim())}
        onGo={step => setEarly({ asked: passage.asked, steps: ahead + step })}
      />
    )
  }
  return (
    <ArticlePage
      key={`${article.data.articleId} ${article.data.version}`}
      {...props}
      passage={passage}
      article={article.data}
      highlights={highlights.data.highlights}
      ahead={ahead}
    />
  )
}

function Opening({ hasPlaces, onGo }: { hasPlaces: boolean; onGo(step: 1 | -1): void }): ReactNode {
  usePlaceKeys(hasPlaces, onGo)
  return <p className={styles.waiting}>Opening the article…</p>
}
