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
  it('finds nothing for nothing', () => {
    expect(found('boat', ' " ')).toEqual([])
  })
})
