import { expect, it } from 'vitest'
import { changedDetails, detailErrors } from './changedDetails.ts'

const was = {
  title: 'Boats',
  publisher: null,
  byline: 'A. Reporter',
  publishedOn: '2024-12-14',
  modifiedOn: null,
  url: null,
  canonicalUrl: null,
  language: 'en-GB',
  section: null,
}
const typed = {
  title: 'Boats',
  publisher: '',
  byline: 'A. Reporter',
  publishedOn: '14 December 2024',
  modifiedOn: '',
  url: '',
  canonicalUrl: '',
  language: 'en-GB',
  section: '',
}

it('leaves out what was not changed', () => {
  expect(changedDetails(was, typed)).toEqual({})
})
it('says "unknown" where a field was emptied, and never empties a title', () => {
  expect(changedDetails(was, { ...typed, title: ' ', byline: '', publisher: ' Ledger ' })).toEqual({
    byline: null,
    publisher: 'Ledger',
  })
})
it('reads a date as it is written, and says when it cannot', () => {
  expect(changedDetails(was, { ...typed, publishedOn: '15 December 2024' })).toEqual({
    publishedOn: '2024-12-15',
  })
  expect(detailErrors({ ...typed, publishedOn: 'last week' })).toHaveProperty('publishedOn')
  expect(detailErrors({ ...typed, publishedOn: '31 February 2024' })).toHaveProperty('publishedOn')
  expect(detailErrors(typed)).toEqual({})
  expect(detailErrors({ ...typed, title: ' ' })).toHaveProperty('title')
})
