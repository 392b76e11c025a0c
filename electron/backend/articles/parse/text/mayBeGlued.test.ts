import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeGlued } from './mayBeGlued.ts'
import { gluedPlaces } from './splitGlued.ts'

test.each([
  'The pier is open. He said “The boats are back” on Monday, and “we” waited.',
  'Mr Brook (a skipper) told the BBC: "We sail at dawn."',
  'North-East boats – All of them – and the EU',
])('%s: nothing is glued', text => {
  expect(mayBeGlued(text)).toBe(false)
})

test.each([
  'the measuresThe boats',
  'It ended.“Then” it began',
  'at sea.iStock',
  'DEVELOPMENTSHome',
  'said."Then',
])('%s: something may be', text => {
  expect(mayBeGlued(text)).toBe(true)
})

const piece = fc.constantFrom(
  ...[
    'The',
    'However ',
    'measures',
    'PA',
    'iStock',
    'Getty Images',
    'Jo Roe/PA',
    'LATEST',
    'DEVELOPMENTS',
    'Home',
  ],
  ...[
    'Read more',
    'Image: X',
    'Advertisement',
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '(',
    ')',
    '[',
    '«',
    '.',
    '?',
    '…',
    ' ',
  ],
  ...['\u00a0', '—', '-', '1', 'é', 'É', '𐐀', 'said', ' the boats ', '. '],
)

test('what is cut was held to be glued', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('').trim()
      const cuts = [...gluedPlaces(text)].filter(cut => cut > 0 && cut < text.length)
      if (cuts.length > 0) expect(mayBeGlued(text)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
