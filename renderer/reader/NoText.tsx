import type { ReactNode } from 'react'
import type { Article } from '../../shared/contract/index.ts'
import { downloadOriginal } from '../api/index.ts'
import { Button, orSay } from '../ui/index.ts'
import styles from './Reader.module.css'

/** What stands where the text would, of an article that has none: why, what was kept, and what to do. */
export function NoText({ article }: { article: Article }): ReactNode {
  const { articleId, version, noText, origin } = article
  const isPdf = /\.pdf$/i.test(origin)
  return (
    <section className={styles.noText} aria-label="No text">
      <h3>There is no text to read here</h3>
      <p>
        {isPdf ? 'This PDF holds pictures of pages and no text' : 'No text could be found in this file'}
        {noText ? ` (${noText})` : ''}. The original is kept as it came.
      </p>
      <p>
        To read, search and cite it, run text recognition on the original and add the result. Its details can
        be filled in meanwhile, under “Article”.
      </p>
      <Button onPress={() => void orSay(() => downloadOriginal(articleId, version))}>
        Download the original
      </Button>
    </section>
  )
}
