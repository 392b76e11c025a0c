import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { deepMessages, deepMime, manyParts } from '../fixtures/hostile/mimeBombs.ts'
import { zipBytes } from '../fixtures/hostile/zipBytes.ts'
import { linesOf, unpackAll } from './unpack.testkit.ts'

const attachments = {
  name: 'attachments.eml',
  bytes: new Uint8Array(readFileSync(new URL('fixtures/attachments.eml', import.meta.url))),
}

it('gives a message, then what is attached to it, however deep', async () => {
  const members = await unpackAll(attachments)
  expect(members[0]!.bytes).toEqual(attachments.bytes)
  expect(members.map(({ path, mediaType }) => [path, mediaType])).toEqual([
    ['attachments.eml', undefined],
    ['attachments.eml/réunion du lundi.txt', 'text/plain'],
    ['attachments.eml/photo.png', undefined],
    ['attachments.eml/more.zip/week 2/ferry.txt', undefined],
    ['attachments.eml/more.zip/inner.eml', undefined],
    ['attachments.eml/more.zip/inner.eml/table.csv', 'text/csv'],
    ['attachments.eml/Attached message.eml', 'message/rfc822'],
    ['attachments.eml/Attached message.eml/deep.txt', 'text/plain'],
  ])
  expect(linesOf(members)[1]!.trimEnd()).toMatch(/ = The harbour board met on Monday\.$/)
  expect(members[2]!.refused).toMatch(/^photo\.png was not imported: it is a picture/)
  expect(new TextDecoder().decode(members[6]!.bytes)).toContain('Words of the nested message.')
})

it('refuses a message built to do harm, and goes on beside it', async () => {
  await expect(unpackAll(deepMime(100))).rejects.toThrow(
    /deep\.eml was not imported: its parts are nested more than 20/,
  )
  const bytes = zipBytes([
    { name: 'many.eml', data: manyParts().bytes },
    { name: 'after.txt', data: Buffer.from('Plain words.') },
  ])
  expect(linesOf(await unpackAll({ name: 'x.zip', bytes }))).toEqual([
    expect.stringMatching(/^x\.zip\/many\.eml = many\.eml was not imported: it has more than 1,000 parts/),
    'x.zip/after.txt = Plain words.',
  ])
})

it('follows messages within messages to the limit of depth', async () => {
  const members = await unpackAll(deepMessages(70))
  expect(members.filter(({ refused }) => !refused)).toHaveLength(64)
  expect(members.at(-1)!.refused).toMatch(/more than 64 folders and archives deep/)
})
