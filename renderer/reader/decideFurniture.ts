import type { Article, Block, CallInput } from '../../shared/contract/index.ts'
import { call } from '../api/index.ts'
import { orSay, toast } from '../ui/index.ts'

type Decision = CallInput<'articles.decideFurniture'>['decision']

/** What can be said of a block as page furniture: the words of its button, and what it decides. */
export function furnitureChoice({ furniture, decided }: Block): { label: string; decision: Decision } {
  if (decided) return { label: 'As Despatch thought', decision: null }
  return furniture
    ? { label: 'Not furniture', decision: 'shown' }
    : { label: 'Hide as furniture', decision: 'hidden' }
}

/** Hides or shows a block against what the importer thought, or lets the importer decide; it can be undone. */
export async function decideFurniture(
  { articleId, version }: Article,
  { start, decided }: Block,
  decision: Decision,
): Promise<void> {
  const put = (next: Decision) =>
    orSay(() => call('articles.decideFurniture', { articleId, version, start, decision: next }))
  if (!(await put(decision))) return
  toast(said[decision ?? 'reset'], {
    action: { label: 'Undo', onPress: () => void put(decided ?? null) },
  })
}

const said = {
  hidden: 'The paragraph is hidden as page furniture.',
  shown: 'The paragraph is shown with the article.',
  reset: 'The paragraph is as Despatch thought.',
}
