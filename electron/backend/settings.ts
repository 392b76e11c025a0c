import type { Database } from './database/openDatabase.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** What the desk remembers between starts: theme, pane sizes, words added to the dictionary. */
export function getSettings(db: Database): Record<string, Json> {
  const rows = db.prepare('SELECT key, value FROM settings').all() as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as Json]))
}

export function putSetting(db: Database, key: string, value: Json): void {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value))
}
