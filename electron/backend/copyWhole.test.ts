import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyWhole } from './copyWhole.ts'
import { temporaryFolder } from './fixtures/temporaryArchive.ts'

test('replaces the target and touches nothing else beside it', async () => {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'from'), join(folder, 'b.pdf')]
  writeFileSync(from, 'new')
  writeFileSync(to, 'old')
  writeFileSync(`${to}.part`, 'somebody’s own')
  await copyWhole(from, to)
  expect(readFileSync(to, 'utf8')).toBe('new')
  expect(readFileSync(`${to}.part`, 'utf8')).toBe('somebody’s own')
  expect(readdirSync(folder).sort()).toEqual(['b.pdf', 'b.pdf.part', 'from'])
})

test('leaves everything as it was when it fails', async () => {
  const folder = temporaryFolder()
  const from = join(folder, 'from')
  writeFileSync(from, 'new')
  mkdirSync(join(folder, 'a folder'))
  await expect(copyWhole(from, join(folder, 'a folder'))).rejects.toMatchObject({ syscall: 'rename' })
  await expect(copyWhole(join(folder, 'gone'), join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(folder).sort()).toEqual(['a folder', 'from'])
})

test('takes a target with the longest name there may be', async () => {
  const folder = temporaryFolder()
  const from = join(folder, 'from')
  writeFileSync(from, 'new')
  const name = 'é'.repeat(127)
  await copyWhole(from, join(folder, name))
  expect(readFileSync(join(folder, name), 'utf8')).toBe('new')
})
