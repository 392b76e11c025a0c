import { describe, expect, it } from 'vitest'
import { foundWords } from './foundWords.ts'

const found = (text: string, typed: string) =>
  foundWords(text, typed).map(({ start, end }) => text.slice(start, end))

describe('foundWords', () => {
  it('finds each word typed, without regard to case and accents', () => {
    expect(found('Élysée talks; the ELYSEE says', 'elysée ')).toEqual(['Élysée', 'ELYSEE'])
  })
  it('takes the word still being typed as a beginning, and a finished one as it is', () => {
    expect(found('boat boats', 'boat')).toEqual(['boat', 'boats'])
    expect(found('boat boats', 'boat ')).toEqual(['boat'])
  })
  it('takes a figure or a phrase as a whole', () => {
    expect(found('13,500 and 34,500 boats', '34,500 ')).toEqual(['34,500'])
    expect(found('small boats, boats and small craft', '"small boats" boats ')).toEqual([
      'small boats',
      'boats',
    ])
  })
  it('finds nothing for nothing', () => {
    expect(found('boat', ' " ')).toEqual([])
  })
})
