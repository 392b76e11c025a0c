import type { Statement } from 'better-sqlite3'
import type { Database } from './openDatabase.ts'

const compiled = new WeakMap<Database, Map<string, Statement>>()

/**
 * The statement for this SQL, compiled once for each connection: compiling costs more than most of them take to run.
 * It gives whole rows: who wants it to `pluck` says so each time, and the next with the same SQL is not surprised.
 */
export function prepared(db: Database, sql: string): Statement {
  const statements = compiled.get(db) ?? new Map<string, Statement>()
  if (statements.size === 0) compiled.set(db, statements)
  const statement = statements.get(sql) ?? db.prepare(sql)
  statements.set(sql, statement)
  return statement.reader ? statement.pluck(false) : statement
}
