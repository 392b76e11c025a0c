import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/temporaryArchive.ts'

/** As far apart as they come: days that differ, half hours, a comma in numbers, an i without its dot. */
const places = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kolkata', LC_ALL: 'ar_EG.UTF-8' },
  { TZ: 'Pacific/Pago_Pago', LC_ALL: 'sv_SE.UTF-8' },
]

test('a pack has the same bytes in five time zones and locales', { timeout: 60_000 }, async () => {
  const script = join(temporaryFolder(), 'print.ts')
  const here = (name: string) => pathToFileURL(join(import.meta.dirname, name)).href
  writeFileSync(
    script,
    `import { createHash } from 'node:crypto'
     import { fixturePacks } from '${here('fixtures/fixturePacks.ts')}'
     import { printPack } from '${here('index.ts')}'
     const { bytes } = await printPack(fixturePacks['everything']())
     console.log(createHash('sha256').update(bytes).digest('hex'), Intl.DateTimeFormat().resolvedOptions().timeZone)`,
  )
  const digests = new Map<string, string>()
  for (const place of places) {
    const env = { ...process.env, ...place, LANG: place.LC_ALL }
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env })
    const [digest = '', timeZone = ''] = stdout.trim().split(' ')
    digests.set(timeZone, digest)
  }
  expect(digests.size).toBe(places.length)
  expect(new Set(digests.values()).size).toBe(1)
})
