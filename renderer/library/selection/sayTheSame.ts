import { call } from '../../api/index.ts'
import { orSay, toast } from '../../ui/index.ts'

/** An official says of two articles that they carry the same copy, where the texts alone do not show it. */
export async function sayTheSame(articleId: string, otherId: string): Promise<void> {
  await orSay(async () => {
    const { copies } = await call('articles.copies', { articleId })
    const before = copies.find(copy => copy.articleId === otherId)?.decided ?? null
    await call('articles.decideCopy', { articleId, otherId, decision: 'same' })
    toast('They count as the same copy.', {
      action: {
        label: 'Undo',
        onPress: () =>
          void orSay(() => call('articles.decideCopy', { articleId, otherId, decision: before })),
      },
    })
  })
}
