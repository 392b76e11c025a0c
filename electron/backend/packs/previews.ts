import { rmSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { Failure } from '../../../shared/contract/fault.ts'
import type { PreviewedPdf } from '../../../shared/contract/pack.ts'
import type { Briefing } from '../../../shared/document/briefing.ts'
import type { Database } from '../database/openDatabase.ts'
import type { BackendHost } from '../host.ts'
import type { JobRunner } from '../jobs/pool.ts'
import type { PrintedPack } from '../pdf/printJob.ts'
import { newStaged } from '../staging.ts'
import { printJobFor } from './printJobFor.ts'
import { packRow } from './store.ts'

/** Prints drafts while they are written. Nothing is recorded of it, and the archive may be open for reading only. */
export interface Previews {
  /**
   * Prints a draft and stages the PDF in the place of the pack's last preview. While one is being printed, of those
   * that wait only the newest is printed next; the others are `cancelled`. Throws what `printJobFor` and the press throw.
   */
  make(packId: string, briefing: Briefing): Promise<PreviewedPdf>
  /** Removes what is staged. */
  forget(): void
}

interface Previewed {
  /** Settles when the one being printed is done; null when there is none. */
  running: Promise<unknown> | null
  /** Counts what was asked for. */
  newest: number
  stagedPath: string | null
}

/** The press is kept so many milliseconds after a preview: to start it costs more than to print ten pages. */
const linger = 10 * 60_000

export function createPreviews(db: Database, host: BackendHost, press: JobRunner): Previews {
  const previewed = new Map<string, Previewed>()

  async function print(pack: Previewed, packId: string, briefing: Briefing): Promise<PreviewedPdf> {
    const stored = packRow(db, packId)
    const job = printJobFor(db, { ...stored, briefing, readOnly: null }, host.assetsFolder)
    const { bytes, pages, positions } = (await press.run(job, { linger })) as PrintedPack
    const { id, path } = newStaged(host.archiveFolder)
    try {
      // It is never looked for after a crash, so it need not be on the disk itself when the answer goes out.
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    if (pack.stagedPath !== null) await rm(pack.stagedPath, { force: true })
    pack.stagedPath = path
    return { staged: id, pages, bytes: bytes.byteLength, positions }
  }

  return {
    make: async (packId, briefing) => {
      const pack = previewed.get(packId) ?? { running: null, newest: 0, stagedPath: null }
      previewed.set(packId, pack)
      const mine = ++pack.newest
      while (pack.running) await pack.running
      if (mine !== pack.newest) throw overtaken()
      const printing = print(pack, packId, briefing)
      pack.running = printing
        .catch(() => {})
        .finally(() => {
          pack.running = null
        })
      return await printing
    },
    forget: () => {
      for (const { stagedPath } of previewed.values()) if (stagedPath) rmSync(stagedPath, { force: true })
      previewed.clear()
    },
  }
}

const overtaken = (): Failure =>
  new Failure('cancelled', 'A newer preview took the place of this one before it was made.')
