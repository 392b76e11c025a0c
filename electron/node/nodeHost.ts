import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackendHost } from '../backend/host.ts'
import { forkJob } from './forkJob.ts'
import { logError } from './logError.ts'

/** The project's folder: the one that holds package.json. */
export const projectFolder = join(import.meta.dirname, '..', '..')

/** What the backend borrows when it runs in plain Node: in the loopback host and at the prompt. */
export function nodeHost({
  kind,
  archiveFolder,
}: {
  kind: 'loopback' | 'cli'
  archiveFolder: string
}): BackendHost {
  return {
    kind,
    version: versionOfDespatch(),
    archiveFolder,
    assetsFolder: join(projectFolder, 'assets'),
    now: () => new Date(),
    startJob: entry => forkJob(entry, words => logError(archiveFolder, words, `job ${entry}`)),
    files: null,
    logError: (error, context) => logError(archiveFolder, error, context),
  }
}

function versionOfDespatch(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  return manifest.version
}
