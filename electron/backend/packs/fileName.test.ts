import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportFileName, isMarkingInFileName, type NamedExport } from './fileName.ts'

const named: NamedExport = {
  title: 'DfX submission: school attendance',
  edition: 'full',
  marking: 'OFFICIAL-SENSITIVE',
  date: '2026-11-22T10:00:00.000Z',
  version: '0.3',
}
const nameOf = (change: Partial<NamedExport>, withMarking?: boolean) =>
  exportFileName({ ...named, ...change }, withMarking)

test('day, title, marking, version', () => {
  expect(nameOf({})).toBe('2026-11-22-dfx-submission-school-attendance-official-sensitive-v0-3.pdf')
  expect(nameOf({}, false)).toBe('2026-11-22-dfx-submission-school-attendance-v0-3.pdf')
  expect(nameOf({ edition: 'core', version: '1.0', marking: '' })).toBe(
    '2026-11-22-dfx-submission-school-attendance-core-pack-v1-0.pdf',
  )
})

test('a long title is cut between words, and the version stays', () => {
  const name = nameOf({
    title: 'harbour '.repeat(100),
    marking: 'OFFICIAL-SENSITIVE - LEGAL PROFESSIONAL PRIVILEGE - PERSONAL DATA',
  })
  expect(name).toMatch(/^2026-11-22-(?:harbour-)+official-sensitive-legal-professional-v0-3\.pdf$/)
})

describe('what is for public release has the name of its title', () => {
  const released = (title: string, more: Partial<NamedExport> = {}) =>
    nameOf({ title, marking: 'OFFICIAL - FOR PUBLIC RELEASE', ...more })

  test.each([
    ['School attendance in England', 'school-attendance-in-england.pdf'],
    ['School attendance (final draft)', 'school-attendance.pdf'],
    ['School attendance – draft 2 v0.3', 'school-attendance.pdf'],
    ['School attendance, final', 'school-attendance.pdf'],
    ['School attendance - version 1.2', 'school-attendance.pdf'],
    // Part of the title.
    [
      'Final report of the inquiry into the draft bill',
      'final-report-of-the-inquiry-into-the-draft-bill.pdf',
    ],
    ['Pupil absence: autumn 2025', 'pupil-absence-autumn-2025.pdf'],
    ['The draft', 'the-draft.pdf'],
    ['', 'briefing.pdf'],
  ])('%s', (title, name) => expect(released(title)).toBe(name))

  test('also as a core pack', () =>
    expect(released('Fares', { edition: 'core' })).toBe('fares-core-pack.pdf'))
})

test('any title makes a name that every system takes', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('海', 'ż', '𝒳', ' '),
  )
  const marking = fc.constantFrom('OFFICIAL', 'OFFICIAL - FOR PUBLIC RELEASE', '../..', '')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 300 }), marking, fc.boolean(), (title, marking, on) => {
      const name = nameOf({ title, marking }, on)
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*\.pdf$/u)
      expect(name.length).toBeLessThanOrEqual(124)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(300)
      expect(name.toLowerCase()).toBe(name)
    }),
  )
})

test('the marking is in the name unless the setting says no', () => {
  expect(isMarkingInFileName({})).toBe(true)
  expect(isMarkingInFileName({ 'export.markingInFileName': false })).toBe(false)
})
