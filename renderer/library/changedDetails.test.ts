import { expect, it } from 'vitest'
import { changedDetails } from './changedDetails.ts'

const was = { title: 'Boats', publisher: null, byline: 'A. Reporter', publishedOn: '2024-12-14', url: null }
const typed = { title: 'Boats', publisher: '', byline: 'A. Reporter', publishedOn: '2024-12-14', url: '' }

it('leaves out what was not changed', () => {
  expect(changedDetails(was, typed)).toEqual({})
})
it('says "unknown" where a field was emptied, and never empties a title', () => {
  expect(changedDetails(was, { ...typed, title: ' ', byline: '', publisher: ' Ledger ' })).toEqual({
    byline: null,
    publisher: 'Ledger',
  })
})
