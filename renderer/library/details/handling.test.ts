import { expect, it } from 'vitest'
import { changedHandling, handlingError, sharedHandling, typedHandling } from './handling.ts'
import { readTags } from './readTags.ts'

const was = { purpose: 'Ferry submission', lawfulBasis: null, licence: null, retainUntil: '2027-12-14' }

it('sends only what was changed, and reads a date as it is written', () => {
  const typed = typedHandling(was)
  expect(typed.retainUntil).toBe('14 December 2027')
  expect(changedHandling(was, typed)).toEqual({})
  expect(changedHandling(was, { ...typed, purpose: ' ', retainUntil: '1 March 2028' })).toEqual({
    purpose: null,
    retainUntil: '2028-03-01',
  })
})
it('says when a date is none', () => {
  expect(handlingError('retainUntil', 'next spring')).toMatch(/Write the date/)
  expect(handlingError('retainUntil', '')).toBeNull()
  expect(handlingError('purpose', 'next spring')).toBeNull()
})
it('says where several differ', () => {
  const shared = sharedHandling([was, { ...was, purpose: null }])
  expect(shared.purpose).toEqual({ value: '', isVarious: true })
  expect(shared.retainUntil).toEqual({ value: '14 December 2027', isVarious: false })
})
it('reads tags between commas', () => {
  expect(readTags(' ferries, to  check ,, ferries')).toEqual(['ferries', 'to check'])
})
