import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inputLines } from './inputLines.ts'

async function linesOf(bytes: Uint8Array, size: number): Promise<string[]> {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  return Readable.from(inputLines(Readable.from(chunks))).toArray()
}

const encode = (text: string) => new TextEncoder().encode(text)

test('only a line feed ends a line, with or without a carriage return before it', async () => {
  expect(await linesOf(encode('a\u2028b\u2029c\u0085d\ve\rf\r\ng\n\nlast'), 1)).toEqual([
    'a\u2028b\u2029c\u0085d\ve\rf',
    'g',
    '',
    'last',
  ])
  expect(await linesOf(encode(''), 1)).toEqual([])
  expect(await linesOf(encode('one\n'), 3)).toEqual(['one'])
  expect(await linesOf(encode('\ufeffone'), 1)).toEqual(['one'])
})

test('gives back any lines, however the bytes come', async () => {
  const line = fc.string({ unit: 'binary' }).map(words => words.toWellFormed().replace(/[\r\n\ufeff]/g, ''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 20 }),
      async (lines, end, size) => {
        const text = lines.map(words => words + end).join('')
        expect(await linesOf(encode(text), size)).toEqual(lines)
      },
    ),
  )
})
