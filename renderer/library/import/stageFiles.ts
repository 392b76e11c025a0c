import { Failure, type ImportLine } from '../../../shared/contract/index.ts'
import { putBytes } from '../../api/index.ts'
import type { ImportFile } from './importFiles.ts'

export interface StagedSource {
  staged: string
  name: string
  url?: string
}

/** How many small files travel at the same time: each waits more for its turn than for its bytes. */
const atOnce = 6
/** A file above this travels alone, so that no more than one is held in memory (bytes). */
const large = 8 * 1024 * 1024

/**
 * Hands files to the backend's staging, in the order given. One that cannot be read comes back as a line of the report.
 * Throws when the backend is gone; what comes after `isCancelled` gives true is left out.
 */
export async function stageFiles(
  files: readonly ImportFile[],
  isCancelled: () => boolean,
): Promise<{ sources: StagedSource[]; refused: ImportLine[] }> {
  const answers: (StagedSource | ImportLine | undefined)[] = []
  let next = 0
  let alone: Promise<unknown> = Promise.resolve()

  async function work(): Promise<void> {
    while (next < files.length && !isCancelled()) {
      const index = next++
      const file = files[index]!
      if (file.file.size <= large) {
        answers[index] = await stageFile(file)
        continue
      }
      const staging = alone.then(() => stageFile(file))
      alone = staging.catch(() => {})
      answers[index] = await staging
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work))
  const there = answers.filter(answer => answer !== undefined)
  return {
    sources: there.filter(answer => 'staged' in answer),
    refused: there.filter(answer => 'outcome' in answer),
  }
}

async function stageFile({ name, file, url }: ImportFile): Promise<StagedSource | ImportLine> {
  try {
    return { staged: await putBytes(file), name: name.slice(-1000).toWellFormed(), url }
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'host-gone') throw error
    return { path: name, outcome: 'refused', articleId: null, title: null, reason: error.message }
  }
}
