import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { printFresh } from './printFresh.ts'

/** Time zones a day apart, half hours, a comma in numbers, an i without its dot. */
export const places = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kolkata', LC_ALL: 'ar_EG.UTF-8' },
  { TZ: 'Pacific/Pago_Pago', LC_ALL: 'sv_SE.UTF-8' },
] as const

/** Prints a job so many times, each in a fresh process, over five time zones and locales. How many files came of it? */
export function differentFiles(job: string, pdf: string, exports: number): number {
  const digests = new Set<string>()
  for (let i = 0; i < exports; i++) {
    const place = places[i % places.length]!
    printFresh(job, pdf, { ...place, LANG: place.LC_ALL })
    digests.add(createHash('sha256').update(readFileSync(pdf)).digest('hex'))
  }
  return digests.size
}
