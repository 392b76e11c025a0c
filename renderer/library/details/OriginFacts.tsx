import type { ReactNode } from 'react'
import type { Article } from '../../../shared/contract/index.ts'
import { writtenMoment } from '../../ui/dates.ts'
import styles from './Details.module.css'

/** Where an article's text comes from, so that anybody can check it against the original. */
export function OriginFacts({ article }: { article: Article }): ReactNode {
  const {
    origin,
    originalBytes,
    sha256,
    capturedAt,
    importedAt,
    importer,
    encoding,
    part,
    version,
    versions,
  } = article
  const facts: [string, string][] = [
    ['File', origin],
    ['Size', `${originalBytes.toLocaleString('en-GB')} bytes`],
    ['Place in the file', part === 0 ? 'The first or only article in it' : `Article ${part + 1} in it`],
    ['SHA-256', sha256],
    ['Captured', writtenMoment(capturedAt)],
    ['Imported', writtenMoment(importedAt)],
    ['Importer', `version ${importer}`],
    ['Encoding', encoding],
    ['Version', versions > 1 ? `${version} of ${versions}` : 'The only one'],
  ]
  return (
    <div className={styles.fields}>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{value}</dd>])}
      </dl>
      <p className={styles.small}>
        The original is kept byte for byte. Its SHA-256 shows that it has not changed since it was imported.
      </p>
    </div>
  )
}
