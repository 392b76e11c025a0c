import { type ReactNode, useState } from 'react'
import { call, downloadOriginal, useCall } from '../api/index.ts'
import { Menu, orSay, toast, useCommands } from '../ui/index.ts'
import { ArticleDetailsDialog } from './details/ArticleDetailsDialog.tsx'

interface Props {
  articleId: string
  version?: number
  readOnly: string | null
  /** The article has been removed and should no longer be shown. */
  onRemoved(): void
  /** The article is there again. */
  onRestored(): void
}

/** What can be done with an article as a whole. */
export function ArticleMenu({ articleId, version, readOnly, onRemoved, onRestored }: Props): ReactNode {
  const [isEditing, setEditing] = useState(false)
  const { data: article } = useCall('articles.get', { articleId, version })
  const isReadOnly = readOnly !== null

  async function remove(): Promise<void> {
    await orSay(async () => {
      await call('articles.remove', { articleId })
      onRemoved()
      toast(`“${article?.title ?? 'The article'}” was removed. Packs that cite it keep their citations.`, {
        action: {
          label: 'Undo',
          onPress: () =>
            void orSay(async () => {
              await call('articles.restore', { articleId })
              onRestored()
            }),
        },
      })
    })
  }

  const saveOriginal = () => orSay(() => downloadOriginal(articleId, version))

  const copyAddress = () =>
    orSay(async () => {
      await navigator.clipboard.writeText(article?.url ?? '')
      toast('The web address was copied.')
    })

  const items = [
    { id: 'edit', label: 'Edit details…', isDisabled: isReadOnly || !article, run: () => setEditing(true) },
    { id: 'original', label: 'Download the original', run: () => void saveOriginal() },
    { id: 'copy', label: 'Copy the web address', isDisabled: !article?.url, run: () => void copyAddress() },
    { id: 'remove', label: 'Remove', isDisabled: isReadOnly, run: () => void remove() },
  ]
  useCommands(
    items.map(item => ({ ...item, id: `article.${item.id}`, label: `This article: ${item.label}` })),
  )
  return (
    <>
      <Menu label="Article" items={items.map(({ run, ...item }) => ({ ...item, onAction: run }))} />
      {isEditing && article && <ArticleDetailsDialog article={article} onClose={() => setEditing(false)} />}
    </>
  )
}
