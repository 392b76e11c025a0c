import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { fileReader } from './fileReader.ts'

test('gives the bytes of small files and of large ones, and the size of one that is too large', async () => {
  const folder = temporaryFolder()
  const read = fileReader()
  for (const size of [0, 1, 70_000, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024]) {
    const content = Buffer.alloc(size, 'despatch ')
    writeFileSync(join(folder, 'a'), content)
    const { bytes, size: told } = await read(join(folder, 'a'), 2 * 1024 * 1024)
    expect(told).toBe(size)
    if (size > 2 * 1024 * 1024) expect(bytes).toBeNull()
    else expect(content.equals(bytes!)).toBe(true)
  }
})

test('throws what the system says', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inside'))
  await expect(fileReader()(join(folder, 'none'), 10)).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(fileReader()(join(folder, 'inside'), 10_000_000)).rejects.toMatchObject({ code: 'EISDIR' })
})

test.skipIf(process.platform === 'win32')(
  'does not stand still at a pipe that nobody writes to',
  async () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    const reading = fileReader()(pipe, 10)
    expect(await Promise.race([reading, new Promise(resolve => setTimeout(resolve, 100, 'elsewhere'))])).toBe(
      'elsewhere',
    )
    execFileSync('sh', ['-c', 'printf x > "$0"', pipe])
    expect(Buffer.from((await reading).bytes!).toString()).toBe('x')
  },
)
