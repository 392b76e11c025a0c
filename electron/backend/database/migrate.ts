import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from './migrations/index.ts'
import type { Database } from './openDatabase.ts'

/**
 * Brings the archive to the newest shape. Before an archive with content is changed, a copy of it is kept as
 * `archive-before-N.sqlite`. Each step and its `user_version` are one transaction.
 */
export function migrate(db: Database, folder: string, steps: readonly string[] = migrations): void {
  const from = Number(db.pragma('user_version', { simple: true }))
  if (from === steps.length) return
  if (from > 0) {
    const copy = join(folder, `archive-before-${steps.length}.sqlite`)
    if (!existsSync(copy)) {
      const partial = `${copy}.part`
      rmSync(partial, { force: true })
      db.prepare('VACUUM INTO ?').run(partial)
      renameSync(partial, copy)
    }
  }
  for (const [index, sql] of steps.entries()) {
    if (index < from) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}
