import { keepPreviousData } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CallInput, Comparison, Highlight, NamedVersion } from '../../shared/contract/index.ts'
import { useCall } from '../api/index.ts'
import { writtenMoment } from '../ui/dates.ts'
import { Button, Dialog, EmptyState, Select } from '../ui/index.ts'
import { AffectedHighlights } from './AffectedHighlights.tsx'
import { Changes } from './Changes.tsx'
import styles from './Compare.module.css'
import type { CompareRequest } from './comparison.ts'

interface Props {
  request: CompareRequest
  onClose(): void
  /** Opens a highlight in the reader. */
  onHighlight(highlight: Highlight): void
}

/** Two texts laid side by side, and the highlights that what changed has to do with. */
export function ComparisonDialog({ request, onClose, onHighlight }: Props): ReactNode {
  const isVersions = !('otherId' in request)
  const { articleId } = request
  const { data: known } = useCall('articles.versions', { articleId }, { enabled: isVersions })
  const versions = known?.versions.toSorted((a, b) => a.version - b.version) ?? []
  const [chosen, choose] = useState<{ from?: number; to?: number }>({})
  const to = chosen.to ?? laterOf(versions, 'otherId' in request ? undefined : request.version)
  const from = chosen.from ?? versions.findLast(({ version }) => version < (to ?? 0))?.version
  const asked: CallInput<'articles.compare'> =
    'otherId' in request
      ? { from: { articleId }, to: { articleId: request.otherId } }
      : { from: { articleId, version: from }, to: { articleId, version: to } }
  const canAsk = !isVersions || (from !== undefined && to !== undefined)
  const { data, error, isPlaceholderData } = useCall('articles.compare', asked, {
    enabled: canAsk,
    placeholderData: keepPreviousData,
  })

  return (
    <Dialog
      title={isVersions ? 'What changed' : 'What each added or cut'}
      isOpen
      onOpenChange={onClose}
      isWide
      actions={
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {isVersions && versions.length > 1 && from !== undefined && to !== undefined && (
        <div className={styles.versions}>
          <Select
            label="From"
            value={String(from)}
            onChange={value => choose({ from: Number(value), to })}
            options={versionOptions(versions, to)}
          />
          <Select
            label="To"
            value={String(to)}
            onChange={value => choose({ from, to: Number(value) })}
            options={versionOptions(versions, from)}
          />
        </div>
      )}
      {!isVersions && data && <Legend comparison={data} />}
      {error && (
        <div role="alert">
          <EmptyState title="The two could not be compared">
            <p>{error.message}</p>
          </EmptyState>
        </div>
      )}
      {isVersions && known && versions.length < 2 && (
        <EmptyState title="There is only one version of this article">
          <p>Another arises when the article is added again with other words.</p>
        </EmptyState>
      )}
      {canAsk && !data && !error && <p className={styles.small}>Comparing…</p>}
      {data && (
        <div aria-busy={isPlaceholderData} className={styles.fields}>
          {isVersions && <AffectedHighlights highlights={data.review} onHighlight={onHighlight} />}
          <Changes
            key={`${data.from.version} ${data.to.version} ${data.to.articleId}`}
            blocks={data.blocks}
            labels={isVersions ? versionLabels : articleLabels(data)}
          />
        </div>
      )}
    </Dialog>
  )
}

const versionLabels = { added: 'Added', removed: 'Removed', changed: 'Changed' }

const articleLabels = ({ from, to }: Comparison) => ({
  added: `Only in ${outlet(to)}`,
  removed: `Only in ${outlet(from)}`,
  changed: 'Differs',
})

/** The later of the two versions first shown: the one asked for, unless nothing came before it. */
function laterOf(versions: readonly NamedVersion[], asked: number | undefined): number | undefined {
  const newest = versions.at(-1)?.version
  return asked !== undefined && versions[0] && asked > versions[0].version ? asked : newest
}

const versionOptions = (versions: readonly NamedVersion[], other: number) =>
  versions
    .filter(({ version }) => version !== other)
    .map(({ version, capturedAt }) => ({
      value: String(version),
      label: `Version ${version}, captured ${writtenMoment(capturedAt)}`,
    }))

/** Which of two articles is which. */
function Legend({ comparison: { from, to } }: { comparison: Comparison }): ReactNode {
  return (
    <p className={styles.legend}>
      Struck through: only in <strong>{outlet(from)}</strong>. Underlined: only in{' '}
      <strong>{outlet(to)}</strong>.
    </p>
  )
}

const outlet = ({ publisher, title }: NamedVersion) => publisher ?? `“${title}”`
