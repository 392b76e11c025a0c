import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { fixturePacks } from '../fixtures/fixturePacks.ts'
import { printPack } from '../index.ts'
import { askVeraPdf, whyNoVeraPdf } from './veraPdf.testkit.ts'

test('veraPDF finds no fault in any fixture pack, as PDF/UA-1 and as PDF/A-2a', { timeout: 240_000 }, async ({
  skip,
}) => {
  const why = whyNoVeraPdf()
  if (why) console.warn(`The packs were not validated: ${why}.`)
  skip(why !== null, why ?? '')
  const folder = temporaryFolder()
  const files = new Map<string, string>()
  for (const [name, job] of Object.entries(fixturePacks)) {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, (await printPack(job())).bytes)
    files.set(name, file)
  }
  const broken = join(folder, 'broken.pdf')
  writeFileSync(broken, await ofNoKnownVersion())
  const verdicts = askVeraPdf([...files.values(), broken])
  for (const [name, file] of files) {
    const found = verdicts.get(file)
    expect(found?.map(({ profile }) => profile).sort(), name).toEqual([
      'PDF/A-2A validation profile',
      'PDF/UA-1 validation profile',
    ])
    for (const { profile, faults, checks } of found!) {
      expect(faults, `${name}: ${profile}`).toEqual([])
      expect(checks, `${name}: ${profile}`).toBeGreaterThan(100)
    }
  }
  expect(
    verdicts
      .get(broken)
      ?.flatMap(({ faults }) => faults)
      .join('\n'),
  ).toMatch(/^6\.1/m)
})

/** A file with one fault, which shows that faults are heard of. */
async function ofNoKnownVersion(): Promise<Buffer> {
  const { bytes } = await printPack(fixturePacks['plain-submission']!())
  const text = Buffer.from(bytes).toString('latin1')
  const broken = text.replace('%PDF-1.7', '%PDF-1.9')
  expect(broken).not.toBe(text)
  return Buffer.from(broken, 'latin1')
}
