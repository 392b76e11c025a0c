import { pressPack } from './press/pressPack.ts'
import type { PrintedPack, PrintJob } from './printJob.ts'
import { typesetPack } from './typeset/typesetPack.ts'

export type { PrintedPack, PrintJob, PrintSource } from './printJob.ts'

/**
 * Makes a pack's PDF. `onProgress` hears of pages done, of their total, and a note in words. The same job gives
 * the same bytes in any time zone and locale. Throws `missing-source` for a citation that leads nowhere and
 * `missing-glyph` for a character that no font has; each names the place.
 */
export async function printPack(
  job: PrintJob,
  onProgress?: (done: number, total: number, note: string) => void,
): Promise<PrintedPack> {
  return await pressPack(typesetPack(job), job.assetsFolder, onProgress)
}
