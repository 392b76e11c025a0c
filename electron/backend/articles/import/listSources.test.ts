import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/temporaryArchive.ts'
import { listSources } from './listSources.ts'

const posix = process.platform !== 'win32'

describe.skipIf(!posix)('what is not an ordinary file', () => {
  test('is refused with a line and never opened', async () => {
    const folder = temporaryFolder()
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const socket = join(folder, 'socket')
    const server = createServer().listen(socket)
    await new Promise(resolve => server.once('listening', resolve))
    onTestFinished(() => void server.close())
    const { files, refused } = await listSources([pipe, socket, '/dev/null'])
    expect(files).toEqual([])
    expect(refused.map(({ path }) => path)).toEqual([pipe, socket, '/dev/null'])
    for (const { reason } of refused) expect(reason).toMatch(/is not a file .*was not opened/)
  })

  test('inside a folder gets a line as well, and so does a link', async () => {
    const folder = temporaryFolder()
    const [outside, inside] = [join(folder, 'outside.txt'), join(folder, 'inside')]
    mkdirSync(inside)
    writeFileSync(outside, 'outside')
    writeFileSync(join(inside, 'a.txt'), 'a')
    writeFileSync(join(inside, '.hidden'), 'hidden')
    symlinkSync(outside, join(inside, 'link.txt'))
    symlinkSync(inside, join(inside, 'ring'))
    execFileSync('mkfifo', [join(inside, 'pipe')])
    const { files, refused } = await listSources([inside])
    expect(files).toEqual([join(inside, 'a.txt')])
    expect(refused).toEqual([
      {
        path: join(inside, 'link.txt'),
        reason: expect.stringContaining('links inside a folder are not followed'),
      },
      { path: join(inside, 'pipe'), reason: expect.stringContaining('is not a file') },
      {
        path: join(inside, 'ring'),
        reason: expect.stringContaining('links inside a folder are not followed'),
      },
    ])
  })

  test('a link that somebody named is followed', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'a')
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'))
    expect(await listSources([join(folder, 'link.txt')])).toEqual({
      files: [join(folder, 'link.txt')],
      refused: [],
    })
  })
})

describe('a path that cannot be read', () => {
  test('is refused in words, whatever the system said', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'a')
    symlinkSync(join(folder, 'round'), join(folder, 'round'))
    const paths = [join(folder, 'round'), join(folder, 'a.txt', 'b.txt'), join(folder, 'n'.repeat(300))]
    const { files, refused } = await listSources([...paths, join(folder, 'a.txt')])
    expect(files).toEqual([join(folder, 'a.txt')])
    expect(refused.map(({ path }) => path)).toEqual(paths)
    for (const [i, code] of ['ELOOP', 'ENOTDIR', 'ENAMETOOLONG'].entries())
      expect(refused[i]!.reason).toMatch(new RegExp(`could not be read \\(${code}\\)\\. .+ add`))
  })

  test.skipIf(process.platform !== 'linux')('because its name is not UTF-8 is to be renamed', async () => {
    const folder = temporaryFolder()
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      'x',
    )
    writeFileSync(join(folder, 'real \uFFFD.txt'), 'a name may well hold that character')
    const { files, refused } = await listSources([folder])
    expect(files).toEqual([join(folder, 'real \uFFFD.txt')])
    expect(refused).toMatchObject([{ reason: expect.stringMatching(/name.*cannot be read.*Rename/) }])
  })
})
