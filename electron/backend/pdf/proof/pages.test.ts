import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { printPack } from '../index.ts'
import {
  difference,
  drawnPage,
  fromPng,
  hasPdftoppm,
  type PagePicture,
  toPng,
} from './pagePicture.testkit.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Which pages of each pack are looked at: one of each kind, and where something begins or runs on. */
const looked: Record<string, number[]> = {
  empty: [1],
  'plain-submission': [1, 2],
  everything: [1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13],
  'official-sensitive': [1, 2],
  'long-tables': [1, 8, 9, 10, 12],
  'annex-heavy': [2, 3, 4],
  'late-papers': [1, 2],
}

const approved = join(import.meta.dirname, '..', 'fixtures', 'approved')
const projectFolder = join(import.meta.dirname, '..', '..', '..', '..')
const found = join(projectFolder, 'out', 'pages')
/** After a look at the pages: `DESPATCH_APPROVE=1 npx vitest run electron/backend/pdf/proof/pages`. */
const isApproval = process.env.DESPATCH_APPROVE === '1'

/** What may differ: a share of the dots, and of the ink of any patch of the page. */
const TOLERANCE = { dots: 0.0005, patch: 0.05 }

const isTolerable = (a: PagePicture, b: PagePicture): boolean => {
  const { dots, patch } = difference(a, b)
  return dots <= TOLERANCE.dots && patch <= TOLERANCE.patch
}

const why = hasPdftoppm() ? '' : 'pdftoppm is not on this machine'
if (why) console.warn(`The pages were not compared with the approved pictures: ${why}.`)

describe.skipIf(why !== '')('the pages look as they were approved', () => {
  if (isApproval) rmSync(approved, { recursive: true, force: true })

  test.each(Object.entries(looked))('of %s', async (name, pages) => {
    const file = join(temporaryFolder(), 'pack.pdf')
    writeFileSync(file, (await printPack(fixturePacks[name]!())).bytes)
    const strange: string[] = []
    for (const page of pages) {
      const picture = drawnPage(file, page)
      const own = `${name}-${String(page).padStart(2, '0')}.png`
      if (isApproval) keep(approved, own, picture)
      const known = join(approved, own)
      if (existsSync(known) && isTolerable(fromPng(readFileSync(known)), picture)) continue
      keep(found, own, picture)
      strange.push(own)
    }
    expect(strange, 'compare out/pages with electron/backend/pdf/fixtures/approved').toEqual([])
  })

  test('and one on which something moved, went or came does not', () => {
    const page = fromPng(readFileSync(join(approved, 'plain-submission-01.png')))
    const { width, height, greys } = page
    const changed = (change: (i: number) => number): PagePicture => ({
      width,
      height,
      greys: greys.map((_, i) => change(i)),
    })
    const lineAt = (y: number) => (i: number) => Math.floor(i / width) >= y && Math.floor(i / width) < y + 9
    const isLine = lineAt(greys.findIndex((grey, i) => grey < 8 && i > width * 200) / width - 4)
    expect(isTolerable(page, page)).toBe(true)
    expect(
      isTolerable(
        page,
        changed(i => Math.min(15, greys[i]! + (i % 3 === 0 ? 1 : 0))),
      ),
    ).toBe(true)
    expect(
      isTolerable(
        page,
        changed(i => greys[i - width] ?? 15),
      ),
    ).toBe(false)
    expect(
      isTolerable(
        page,
        changed(i => greys[i - 1] ?? 15),
      ),
    ).toBe(false)
    expect(
      isTolerable(
        page,
        changed(i => (isLine(i) ? 15 : greys[i]!)),
      ),
    ).toBe(false)
  })
})

function keep(folder: string, name: string, picture: PagePicture): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), toPng(picture))
}
