import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { logError } from './errorLog.ts'

const Preferences = z.object({
  /** Where the window stood, in device-independent pixels. */
  place: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }).optional(),
  maximised: z.boolean().optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  /** The folder in which a file was last saved. */
  lastFolder: z.string().optional(),
})
export type Preferences = z.infer<typeof Preferences>

export interface PreferenceStore {
  get(): Preferences
  set(changes: Preferences): void
}

/** What this desk remembers of itself. A file that is missing or makes no sense counts as empty. */
export function openPreferences(userData: string): PreferenceStore {
  const file = join(userData, 'desk.json')
  let current = read(file)
  return {
    get: () => current,
    set(changes) {
      current = { ...current, ...changes }
      try {
        writeFileSync(`${file}.part`, JSON.stringify(current))
        renameSync(`${file}.part`, file)
      } catch (error) {
        logError(error, 'preferences')
      }
    },
  }
}

function read(file: string): Preferences {
  try {
    return Preferences.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
