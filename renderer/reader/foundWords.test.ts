import { describe, expect, it } from 'vitest'
import { findPlaces, foundWords } from './foundWords.ts'

const found = (text: string, typed: string) =>
  foundWords(text, typed, '2025-01-15').map(({ start, end }) => text.slice(start, end))

describe('foundWords', () => {
  it('finds each word typed, in any form and without regard to case and accents', () => {
    expect(found('Élysée talks; the ELYSEE says', 'elysée ')).toEqual(['Élysée', 'ELYSEE'])
    expect(found('boat boats boating', 'boats ')).toEqual(['boat', 'boats', 'boating'])
  })
  it('takes the word still being typed as a beginning', () => {
    expect(found('harbour harass', 'har')).toEqual(['harbour', 'harass'])
    expect(found('harbour harass', 'har ')).toEqual([])
  })
  it('takes a figure or a phrase as a whole, and leaves out what is denied', () => {
    expect(found('13,500 and 34,500 boats', '34,500 ')).toEqual(['34,500'])
    expect(found('small boats, boats and small craft', '"small boats" -craft type:article')).toEqual([
      'small boats',
    ])
  })
  it('finds nothing for nothing', () => {
    expect(found('boat', ' " ')).toEqual([])
  })
})

it('looks for several words in a row, and for each where they are not', () => {
  const places = (text: string, words: string) =>
    findPlaces(text, words).map(({ start, end }) => text.slice(start, end))
  expect(places('Boats. A small boat', 'small boats')).toEqual(['small boat'])
  expect(places('Boats. A small ferry', 'small boats')).toEqual(['Boats', 'small'])
  expect(places('Boats', '  ')).toEqual([])
})
