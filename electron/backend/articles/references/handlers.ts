import type { Circumstances, HandlersOf } from '../../circumstances.ts'
import { listWaiting, removeReference } from './store.ts'

export function referenceHandlers({ opened, now, changed }: Circumstances): HandlersOf<'references'> {
  const { db } = opened
  return {
    'references.list': () => ({ references: listWaiting(db) }),
    'references.remove': ({ referenceId }) => {
      removeReference(db, referenceId, now())
      changed('articles')
      return {}
    },
  }
}
