import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../backend/fixtures/temporaryArchive.ts'
import { makeFolder } from './makeFolder.ts'

const make = (folder: string) => makeFolder(folder, 'unreadable-file')

test('makes what is missing, and keeps what is there', () => {
  const folder = temporaryFolder()
  make(join(folder, 'a', 'b', 'c'))
  make(join(folder, 'a', 'b', 'c'))
  make('/')
  expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true)
})

test('says what stands against it, and ends', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(() => make(file)).toThrow(/there is a file of that name/)
  expect(() => make(join(file, 'below', 'it'))).toThrow(/a part of its path is a file/)
  if (process.platform === 'linux')
    expect(() => make('/proc/nope/below')).toThrow(/no folder can be made there/)
})
