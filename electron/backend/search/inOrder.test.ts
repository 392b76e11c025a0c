import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteSink } from './bytes.ts'
import { inOrder } from './inOrder.ts'

const character = fc.oneof(
  fc.constantFrom(
    '\u0001',
    '\u0005',
    '\u0006',
    ' ',
    '0',
    '9',
    ':',
    'a',
    'b',
    'z',
    '~',
    'é',
    '漢',
    '\ud83d',
    '\uffff',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const terms = fc.uniqueArray(fc.string({ unit: character, minLength: 1, maxLength: 12 }), { maxLength: 200 })

test('terms come in the order of their code units', () => {
  fc.assert(
    fc.property(terms, all => {
      expect(Array.from(inOrder(all), i => all[i])).toEqual([...all].sort())
    }),
  )
})

test('a text is written as its UTF-8 bytes, whatever stands before it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
      const sink = byteSink(1)
      for (const text of texts) sink.text(text)
      expect(Buffer.from(sink.written())).toEqual(Buffer.concat(texts.map(text => Buffer.from(text))))
    }),
  )
})
